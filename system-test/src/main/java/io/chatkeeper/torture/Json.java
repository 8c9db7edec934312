package io.chatkeeper.torture;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one mapper.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// Whatever is no JSON becomes a text.
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException _) {
            return MAPPER.getNodeFactory().stringNode(text);
        }
    }
}
