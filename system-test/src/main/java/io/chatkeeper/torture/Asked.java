package io.chatkeeper.torture;

import tools.jackson.databind.JsonNode;

/// A request as it was meant, written down before it is sent.
///
/// @param tag letters that occur in this request only; it travels inside the content
/// @param chatId empty for the request that opens the chat
/// @param sender a user name, or `visitor`
/// @param path below `/api/v1`
/// @param key the idempotency key
record Asked(
        String tag, String chatId, String sender, Act act, String path, String key, JsonNode body) {
    static final String VISITOR = "visitor";

    /// The words of a message; empty for anything else.
    String text() {
        return body.path(act == Act.OPEN ? "message" : "text").asString("");
    }
}
