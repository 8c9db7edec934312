package io.chatkeeper.pipeline.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The documents of a journal by their names: `<stream>#<bucket>` holds entries, and
/// `<stream>#<bucket>@s` the snapshot with which the bucket begins. Every read is by `_id`.
final class Buckets {
    /// Of which bucket a stream's first one says that it is the newest: written with that one's
    /// snapshot, before its first entry.
    private static final String NEWEST = "n";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NEWEST_KNOWN = 100_000;

    private final MongoCollection<Document> collection;

    /// A guess that saves a read: a bucket that is not full is the newest, whoever wrote it.
    private final Cache<String, Integer> newest =
            Caffeine.newBuilder().maximumSize(NEWEST_KNOWN).executor(Runnable::run).build();

    /// A bucket, and the snapshot before it; each may be missing.
    record Pair(int number, @Nullable Document entries, @Nullable Document snapshot) {}

    Buckets(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /// The bucket that was newest when it was last seen, or the first.
    Pair likelyNewest(String streamId) {
        Integer known = newest.getIfPresent(streamId);
        return pair(streamId, known == null ? 0 : known);
    }

    /// The newest bucket, as far as the first one knows. Its document is missing if no entry has
    /// followed its snapshot.
    Pair newest(String streamId, Pair seen) {
        int number =
                seen.number == 0 && seen.entries != null
                        ? newestSaidBy(streamId, seen.entries)
                        : newestNumber(streamId);
        return number <= seen.number ? seen : pair(streamId, number);
    }

    private int newestNumber(String streamId) {
        List<Document> first =
                all(List.of(DocumentName.ofBucket(streamId, 0)), Projections.include(NEWEST));
        return first.isEmpty() ? 0 : newestSaidBy(streamId, first.getFirst());
    }

    private int newestSaidBy(String streamId, Document first) {
        int number = first.getInteger(NEWEST, 0);
        if (number > 0) {
            newest.put(streamId, number);
        }
        return number;
    }

    private Pair pair(String streamId, int bucket) {
        List<Document> found =
                all(
                        List.of(
                                DocumentName.ofBucket(streamId, bucket),
                                DocumentName.ofSnapshot(streamId, bucket)),
                        Projections.include());
        return new Pair(
                bucket,
                named(found, DocumentName.ofBucket(streamId, bucket)),
                named(found, DocumentName.ofSnapshot(streamId, bucket)));
    }

    private static @Nullable Document named(List<Document> found, String id) {
        return found.stream()
                .filter(document -> document.getString("_id").equals(id))
                .findFirst()
                .orElse(null);
    }

    /// The buckets from one to another, as many as there are, in order.
    List<Document> range(String streamId, int from, int to) {
        List<Document> found = all(ids(streamId, from, to), Projections.include());
        List<Document> inOrder = new ArrayList<>();
        for (int bucket = from; bucket <= to; bucket++) {
            Document document = named(found, DocumentName.ofBucket(streamId, bucket));
            if (document == null) {
                break;
            }
            inOrder.add(document);
        }
        return inOrder;
    }

    /// The bucket in which an entry of that sequence stands, or would.
    int holding(String streamId, long sequence) {
        int low = 0;
        int high = newestNumber(streamId);
        while (low < high) {
            int middle = (low + high) / 2;
            if (lastSequence(streamId, middle, middle) < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Sequence of the last entry in any of these buckets; 0 if there is none.
    long lastSequence(String streamId, int from, int to) {
        return all(ids(streamId, from, to), Projections.include("v")).stream()
                .mapToLong(head -> head.getLong("v"))
                .max()
                .orElse(0);
    }

    private static List<String> ids(String streamId, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(bucket -> DocumentName.ofBucket(streamId, bucket))
                .toList();
    }

    private List<Document> all(List<String> ids, Bson fields) {
        List<Document> found =
                Waiting.on(
                        Flux.from(collection.find(Filters.in("_id", ids)).projection(fields))
                                .collectList(),
                        LIMIT,
                        "journal read");
        return found == null ? List.of() : found;
    }

    /// Stores the snapshot first, then where to look for it; the one before it has served.
    void keep(String streamId, Snapshot snapshot) {
        String id = DocumentName.ofSnapshot(streamId, snapshot.bucket());
        Waiting.on(
                Mono.from(
                        collection.replaceOne(
                                new Document("_id", id),
                                SnapshotDocuments.toDocument(id, snapshot),
                                new ReplaceOptions().upsert(true))),
                LIMIT,
                "writing a snapshot");
        Waiting.on(
                Mono.from(
                        collection.updateOne(
                                new Document("_id", DocumentName.ofBucket(streamId, 0)),
                                Updates.max(NEWEST, snapshot.bucket()))),
                LIMIT,
                "pointing to a snapshot");
        newest.put(streamId, snapshot.bucket());
        if (snapshot.bucket() > 1) {
            Waiting.on(
                    Mono.from(
                            collection.deleteOne(
                                    new Document(
                                            "_id",
                                            DocumentName.ofSnapshot(
                                                    streamId, snapshot.bucket() - 1)))),
                    LIMIT,
                    "dropping an old snapshot");
        }
    }
}
