package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.WireNames;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which events put a chat into the line, and which take it out.
final class WaitingEvents {
    private static final Set<String> OUT =
            Set.of(
                    WireNames.CHAT_ASSIGNED.wireName(),
                    WireNames.CHAT_TAKEN_OVER.wireName(),
                    WireNames.CHAT_CLOSED.wireName());

    private WaitingEvents() {}

    /// Whether the chat waits after this event; empty if the event says nothing about it.
    ///
    /// @param event as [Frames#data] writes it
    static Optional<Boolean> after(ObjectNode event) {
        String type = event.path("type").asString("");
        JsonNode data = event.path("data");
        if (OUT.contains(type)) {
            return data.hasNonNull("transferId") ? Optional.empty() : Optional.of(false);
        }
        if (type.equals(WireNames.CHAT_GIVEN_BACK.wireName())) {
            return Optional.of(true);
        }
        return type.equals(WireNames.CHAT_REOPENED.wireName())
                ? Optional.of(!data.hasNonNull("agentId"))
                : Optional.empty();
    }
}
