package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row for every chat that is not closed: what inboxes and boards list. The collection stays as
/// small as the day's work, so a list may look at all of it.
public final class OpenChatView implements View {
    public static final String COLLECTION = "openChats";
    private static final int LAST_LINE = 140;

    private final ChatView chats;

    public OpenChatView(JsonMapper json) {
        this.chats = new ChatView(json);
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "chat";
    }

    /// The row is the chat document without the talk; only the last line stays. The row of a closed
    /// chat is gone, and its events may come again: without their beginning they make no row.
    @Override
    public void fold(ObjectNode row, Recorded recorded) {
        if (!row.has("chatId") && !(recorded.event() instanceof ChatOpened)) {
            return;
        }
        chats.fold(row, recorded);
        var messages = row.withArray("messages");
        if (!messages.isEmpty()) {
            String last = messages.get(messages.size() - 1).path("text").asString("");
            row.put("lastLine", last.substring(0, Math.min(LAST_LINE, last.length())));
            messages.removeAll();
        }
    }

    @Override
    public boolean keeps(ObjectNode row) {
        return row.has("chatId") && !row.path("state").asString("").equals("closed");
    }
}
