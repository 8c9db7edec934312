package io.chatkeeper.gateway.queries;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a visitor may see of the own chat. Built from a list of what is allowed, so that a new
/// field of the document stays inside until somebody decides otherwise.
public final class VisitorPart {
    private static final List<String> FIELDS =
            List.of(
                    "chatId",
                    "reference",
                    "kind",
                    "state",
                    "site",
                    "topic",
                    "sequence",
                    "openedAt",
                    "closedAt",
                    "summary",
                    "messagesBefore",
                    "incomplete");
    private static final List<String> CUSTOMER = List.of("name", "email", "verified");
    private static final List<String> MESSAGE =
            List.of("messageId", "clientMessageId", "text", "at", "sequence");
    private static final List<String> RESOLUTION =
            List.of("question", "proposedAt", "answer", "score", "comment");

    private VisitorPart() {}

    public static ObjectNode of(ObjectNode chat) {
        ObjectNode shown = picked(chat, FIELDS);
        shown.set("customer", picked(chat.path("customer"), CUSTOMER));
        if (chat.has("agent")) {
            shown.putObject("agent").put("name", chat.path("agent").path("name").asString(""));
        }
        if (chat.has("resolution")) {
            shown.set("resolution", picked(chat.path("resolution"), RESOLUTION));
        }
        var messages = shown.putArray("messages");
        for (JsonNode message : chat.withArray("messages")) {
            ObjectNode line = picked(message, MESSAGE);
            line.set("author", picked(message.path("author"), List.of("kind", "name")));
            messages.add(line);
        }
        return shown;
    }

    /// A copy with these fields only, as far as they are there.
    public static ObjectNode picked(JsonNode from, List<String> fields) {
        ObjectNode shown = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (from.has(field)) {
                shown.set(field, from.get(field));
            }
        }
        return shown;
    }
}
