package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.ChainCheck;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// Reads a whole journal, stream by stream, and checks that every chain holds.
final class JournalAudit {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int DOCUMENTS_PER_READ = 64;

    private final MongoCollection<Document> collection;
    private final BiConsumer<String, ChainCheck.Flaw> onFlaw;
    private final LongConsumer onProgress;
    private long events;
    private long streams;
    private long flaws;

    /// What an audit has seen.
    record Result(long streams, long events, long flaws) {}

    /// @param onFlaw told the first flaw of each stream that has one
    /// @param onProgress told now and then how many events have been read
    JournalAudit(
            MongoCollection<Document> collection,
            BiConsumer<String, ChainCheck.Flaw> onFlaw,
            LongConsumer onProgress) {
        this.collection = collection;
        this.onFlaw = onFlaw;
        this.onProgress = onProgress;
    }

    /// @param only a stream id; null for all streams
    Result run(@Nullable String only) {
        List<DocumentName> places = places(only);
        Course course = new Course();
        for (int from = 0; from < places.size(); from += DOCUMENTS_PER_READ) {
            int to = Math.min(places.size(), from + DOCUMENTS_PER_READ);
            read(places.subList(from, to), course);
            onProgress.accept(events);
        }
        return new Result(streams, events, flaws);
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

    private void read(List<DocumentName> places, Course course) {
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
                course.take(place, document);
            }
        }
    }

    /// The way through all documents; knows the stream it is in.
    private final class Course {
        private String stream = "";
        private ChainCheck check = new ChainCheck();
        private boolean broken;

        void take(DocumentName place, Document document) {
            if (!place.stream().equals(stream)) {
                stream = place.stream();
                check = new ChainCheck();
                broken = false;
                streams++;
            }
            if (!broken) {
                flawIn(place, document).ifPresent(this::report);
            }
        }

        private void report(ChainCheck.Flaw flaw) {
            broken = true;
            flaws++;
            onFlaw.accept(stream, flaw);
        }

        private Optional<ChainCheck.Flaw> flawIn(DocumentName place, Document document) {
            if (place.snapshot()) {
                return check.at(SnapshotDocuments.fromDocument(document));
            }
            List<Entry> entries;
            try {
                entries = EntryDocuments.entriesOf(document);
            } catch (RuntimeException unreadable) {
                String what = "an entry of its bucket can't be read";
                return Optional.of(new ChainCheck.Flaw(check.sequence() + 1, what));
            }
            events += entries.size();
            return entries.stream()
                    .map(check::next)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> headFlaw(document));
        }

        private Optional<ChainCheck.Flaw> headFlaw(Document bucket) {
            return bucket.getLong("v") == check.sequence()
                    ? Optional.empty()
                    : Optional.of(
                            new ChainCheck.Flaw(
                                    check.sequence() + 1,
                                    "its bucket had entries up to " + bucket.getLong("v")));
        }
    }
}
