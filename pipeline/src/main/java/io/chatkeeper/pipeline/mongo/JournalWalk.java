package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// The way through a whole journal, stream by stream, each from its beginning.
final class JournalWalk {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int DOCUMENTS_PER_READ = 64;

    private final MongoCollection<Document> collection;

    /// Told every document on the way.
    interface Visitor {
        void take(DocumentName place, Document document);

        /// So many documents have been read together.
        default void readOn() {}
    }

    JournalWalk(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /// @param only a stream id; null for all streams
    void walk(@Nullable String only, Visitor visitor) {
        List<DocumentName> places = places(only);
        for (int from = 0; from < places.size(); from += DOCUMENTS_PER_READ) {
            int to = Math.min(places.size(), from + DOCUMENTS_PER_READ);
            read(places.subList(from, to), visitor);
            visitor.readOn();
        }
    }

    private List<DocumentName> places(@Nullable String only) {
        List<Document> ids =
                Waiting.on(
                        Flux.from(collection.find().projection(Projections.include("_id")))
                                .collectList(),
                        LIMIT,
                        "reading the journal's ids");
        return ids == null
                ? List.of()
                : ids.stream()
                        .map(document -> DocumentName.of(document.getString("_id")))
                        .filter(place -> only == null || place.stream().equals(only))
                        .sorted()
                        .toList();
    }

    private void read(List<DocumentName> places, Visitor visitor) {
        List<String> ids = places.stream().map(DocumentName::id).toList();
        List<Document> found =
                Waiting.on(
                        Flux.from(collection.find(Filters.in("_id", ids))).collectList(),
                        LIMIT,
                        "reading the journal");
        Map<String, Document> byId = new HashMap<>();
        if (found != null) {
            found.forEach(document -> byId.put(document.getString("_id"), document));
        }
        for (DocumentName place : places) {
            Document document = byId.get(place.id());
            if (document != null) {
                visitor.take(place, document);
            }
        }
    }
}
