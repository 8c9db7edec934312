package io.chatkeeper.torture;

import tools.jackson.databind.JsonNode;

/// An event as the log, the topic or a live stream shows it.
///
/// @param type the short name, such as `message-posted`
/// @param sender the actor's id; `visitor` for any visitor, `system` for the system
/// @param place where it was found, for people
record Entry(
        String chatId, long sequence, String type, String sender, JsonNode data, String place) {
    static Entry of(String chatId, JsonNode row, String place) {
        String kind = row.path("actor").path("kind").asString("");
        String sender =
                switch (kind) {
                    case "agent" -> row.path("actor").path("id").asString("");
                    default -> kind;
                };
        return new Entry(
                chatId,
                row.path("sequence").asLong(),
                shortName(row.path("type").asString("")),
                sender,
                row.path("data"),
                place);
    }

    /// `io.chatkeeper.chat.message-posted.v1` is `message-posted`.
    static String shortName(String type) {
        String[] parts = type.split("\\.");
        return parts.length < 2 ? type : parts[parts.length - 2];
    }

    boolean is(Act act) {
        return type.equals(act.event());
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    /// Words of a person.
    String plain(String field) {
        return data.path(field).path("plain").asString("");
    }
}
