package io.chatkeeper.projection.chats;

import com.mongodb.client.model.Filters;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.ViewStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers about escalations that wait for their review (R99).
public final class ReviewQueries {
    private static final int MOST = 500;

    private final ViewStore store;

    public ReviewQueries(ViewStore store) {
        this.store = store;
    }

    /// One entry for each escalation, the oldest first, with the chat it is about.
    public Mono<List<ObjectNode>> waiting() {
        return store.list(ReviewView.COLLECTION, Filters.empty(), MOST)
                .flatMapIterable(ReviewQueries::entries)
                .sort(Comparator.comparing(entry -> entry.path("at").asString("")))
                .collectList();
    }

    static List<ObjectNode> entries(Folded found) {
        ObjectNode chat = found.document().deepCopy();
        JsonNode escalations = chat.remove(EscalationFold.LIST);
        List<ObjectNode> entries = new ArrayList<>();
        for (JsonNode escalation : escalations) {
            ObjectNode entry = (ObjectNode) escalation.deepCopy();
            entry.put("helpedFirst", escalation.has("helpedAt"));
            chat.properties().forEach(field -> entry.set(named(field.getKey()), field.getValue()));
            entries.add(entry);
        }
        return entries;
    }

    /// Chat and escalation both have a state.
    private static String named(String field) {
        return field.equals("state") ? "chatState" : field;
    }
}
