package io.chatkeeper.projection.chats;

import io.chatkeeper.projection.views.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A row for every chat that is not closed: what inboxes and boards list. The collection stays as
/// small as the day's work, so a list may look at all of it.
public final class OpenChatView implements View.Extract {
    public static final String COLLECTION = "openChats";
    private static final int LAST_LINE = 140;

    @Override
    public String collection() {
        return COLLECTION;
    }

    /// The row is the chat document without the talk; only the last line stays.
    @Override
    public @Nullable ObjectNode of(ObjectNode chat) {
        if (!chat.has("chatId") || chat.path("state").asString("").equals("closed")) {
            return null;
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.setAll(chat);
        row.remove("messages");
        row.remove("pages");
        var messages = chat.withArray("messages");
        if (!messages.isEmpty()) {
            String last = messages.get(messages.size() - 1).path("text").asString("");
            row.put("lastLine", last.substring(0, Math.min(LAST_LINE, last.length())));
        }
        return row;
    }
}
