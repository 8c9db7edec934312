package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.WireNames;
import io.chatkeeper.gateway.queries.VisitorPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which events of a chat its visitor may see, and which fields of them: a list of what is allowed.
/// Whatever is not in it is internal.
final class VisitorEvents {
    private static final Map<String, List<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry(WireNames.CHAT_OPENED.wireName(), List.of("reference", "topic")),
                    Map.entry(WireNames.CHAT_ASSIGNED.wireName(), List.of("agentName")),
                    Map.entry(
                            WireNames.MESSAGE_POSTED.wireName(),
                            List.of("messageId", "clientMessageId", "text")),
                    Map.entry(WireNames.VISITOR_LEFT.wireName(), List.of("reason")),
                    Map.entry(WireNames.TRANSFER_ACKNOWLEDGED.wireName(), List.of("agentName")),
                    Map.entry(WireNames.CHAT_TAKEN_OVER.wireName(), List.of("agentName")),
                    Map.entry(WireNames.RESOLUTION_PROPOSED.wireName(), List.of("question")),
                    Map.entry(WireNames.RESOLUTION_CONFIRMED.wireName(), List.of("score")),
                    Map.entry(WireNames.RESOLUTION_REFUSED.wireName(), List.of()),
                    Map.entry(WireNames.CHAT_RESOLVED.wireName(), List.of("summary")),
                    Map.entry(WireNames.CHAT_CLOSED.wireName(), List.of()),
                    Map.entry(WireNames.CHAT_REOPENED.wireName(), List.of()),
                    Map.entry(WireNames.CHAT_GIVEN_BACK.wireName(), List.of()),
                    Map.entry(WireNames.CHAT_RATED.wireName(), List.of("score")));

    private VisitorEvents() {}

    /// The visitor's form of an event as [Frames#data] writes it; empty if it is internal. While a
    /// transfer is open its receiver is internal, too.
    static Optional<ObjectNode> shown(ObjectNode event) {
        String type = event.path("type").asString("");
        List<String> fields = ALLOWED.get(type);
        JsonNode data = event.path("data");
        if (fields == null
                || type.equals(WireNames.CHAT_ASSIGNED.wireName()) && data.has("transferId")) {
            return Optional.empty();
        }
        ObjectNode shown =
                VisitorPart.picked(
                        event, List.of("id", "type", "streamId", "sequence", "time", "chatId"));
        shown.set("actor", VisitorPart.picked(event.path("actor"), List.of("kind")));
        ObjectNode content = VisitorPart.picked(data, fields);
        if (data.has("author")) {
            content.set("author", VisitorPart.picked(data.path("author"), List.of("kind", "name")));
        }
        shown.set("data", content);
        return Optional.of(shown);
    }
}
