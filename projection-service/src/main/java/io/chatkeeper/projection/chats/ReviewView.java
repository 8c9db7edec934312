package io.chatkeeper.projection.chats;

import io.chatkeeper.projection.views.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A row for every chat with an escalation that nobody has reviewed yet, open or closed (R99). A
/// reviewed one leaves the queue; what was found stays on the chat and in its log.
public final class ReviewView implements View.Extract {
    public static final String COLLECTION = "reviews";
    private static final String[] SHOWN = {"chatId", "reference", "kind", "state", "desk", "agent"};

    @Override
    public String collection() {
        return COLLECTION;
    }

    /// Most chats are never escalated, and cost nothing here.
    @Override
    public boolean concerns(ObjectNode chat) {
        return !chat.withArray(EscalationFold.LIST).isEmpty();
    }

    @Override
    public @Nullable ObjectNode of(ObjectNode chat) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (JsonNode escalation : chat.withArray(EscalationFold.LIST)) {
            if (!escalation.has("review")) {
                row.withArray(EscalationFold.LIST).add(escalation.deepCopy());
            }
        }
        if (row.isEmpty()) {
            return null;
        }
        for (String field : SHOWN) {
            if (chat.has(field)) {
                row.set(field, chat.get(field).deepCopy());
            }
        }
        return row;
    }
}
