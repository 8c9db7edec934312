package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// What the gateway answered.
record Answer(int status, HttpHeaders headers, JsonNode body, String raw) {
    /// Fails with the whole answer if the status is another one.
    Answer with(int expected) {
        assertThat(status).as("status of %s", raw).isEqualTo(expected);
        return this;
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    /// The requirement that the first violation serves.
    String requirement() {
        return body.path("violations").path(0).path("requirement").asString("");
    }
}
