package io.chatkeeper.projection.chats;

import io.chatkeeper.projection.views.View.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A long talk is kept in pages, so that another message costs the same however long it has become.
/// Which messages lie on which page follows from their number alone.
final class ChatPages {
    static final String COLLECTION = "chatPages";
    static final int MESSAGES = 50;

    private ChatPages() {}

    static String id(String chatId, int number) {
        return String.format(Locale.ROOT, "%s#%06d", chatId, number);
    }

    /// Ids of the pages from the one number up to before the other.
    static List<String> ids(String chatId, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> id(chatId, number)).toList();
    }

    /// How many full pages the chat has.
    static int count(ObjectNode chat) {
        return chat.path("pages").asInt(0);
    }

    /// Takes a page out of the document once there is a message behind it.
    static @Nullable Page takeFull(ObjectNode chat) {
        if (!(chat.get("messages") instanceof ArrayNode messages)
                || messages.size() <= MESSAGES
                || !chat.has("chatId")) {
            return null;
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode full = page.putArray("messages");
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < messages.size(); i++) {
            (i < MESSAGES ? full : rest).add(messages.get(i));
        }
        chat.set("messages", rest);
        int number = count(chat);
        chat.put("pages", number + 1);
        return new Page(COLLECTION, id(chat.get("chatId").asString(), number), page);
    }
}
