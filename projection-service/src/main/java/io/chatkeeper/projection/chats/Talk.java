package io.chatkeeper.projection.chats;

import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.ViewStore;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts the messages of a chat together from its pages: the latest ones, or those before.
final class Talk {
    /// Together with the document itself, an answer holds up to 1,050 messages.
    static final int PAGES_SHOWN = 20;

    private static final String BEFORE = "messagesBefore";

    private final ViewStore store;

    Talk(ViewStore store) {
        this.store = store;
    }

    /// The document, with these messages. A page is stored before the document that is without it,
    /// so it is there.
    Mono<ObjectNode> join(String chatId, ObjectNode chat, @Nullable Integer before) {
        int all = ChatPages.count(chat);
        int to = before == null ? all : Math.clamp(before, 0, all);
        int from = Math.max(0, to - PAGES_SHOWN);
        return store.findAll(ChatPages.COLLECTION, ChatPages.ids(chatId, from, to))
                .sort(Comparator.comparing(Folded::id))
                .collectList()
                .map(pages -> shown(chat, pages, before == null, from));
    }

    private static ObjectNode shown(
            ObjectNode chat, List<Folded> pages, boolean latest, int earlier) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        pages.forEach(page -> messages.addAll(page.document().withArray("messages")));
        if (latest) {
            messages.addAll(chat.withArray("messages"));
        }
        chat.set("messages", messages);
        chat.remove("pages");
        if (earlier > 0) {
            chat.put(BEFORE, earlier);
        }
        return chat;
    }
}
