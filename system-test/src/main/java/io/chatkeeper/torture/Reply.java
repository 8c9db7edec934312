package io.chatkeeper.torture;

import tools.jackson.databind.JsonNode;

/// An answer of the gateway.
///
/// @param order of arrival among all answers of the run
/// @param retryAfter whether it says when to come again
record Reply(long order, int status, JsonNode body, boolean retryAfter) {
    boolean accepted() {
        return status / 100 == 2;
    }

    /// The client knows now what became of the request.
    boolean isFinal() {
        return status < 500 && status != 429;
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
