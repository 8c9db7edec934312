package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// The journal in MongoDB: a document per bucket, `_id` = `<stream>#<bucket>`, `v` = sequence of
/// its last entry, `e` = its entries, `w` = when the stream wants to be woken; and a document per
/// snapshot. However long a stream has become, two documents are enough to go on with it. Every hot
/// read is by `_id`; `w` is read once, when a partition arrives.
public final class MongoJournal implements Journal, AutoCloseable {
    /// There may be a million of them; they are read one after the other and never lie side by side
    /// as documents.
    private static final Duration WAKE_UPS_LIMIT = Duration.ofMinutes(2);

    private static final int WAKE_UPS_AT_ONCE = 10_000;

    private static final Duration READ_LIMIT = Duration.ofSeconds(10);

    private static final int BUCKETS_PER_READ = 16;

    /// Events of 64 KB fill a bucket of 4 MB no sooner.
    private static final int FEWEST_IN_FULL_BUCKET = 64;

    private final MongoCollection<Document> collection;
    private final Buckets buckets;
    private final GroupCommit commits;

    public MongoJournal(MongoCollection<Document> collection) {
        this(collection, _ -> {});
    }

    /// @param onWrite told how many appends were merged into each write
    public MongoJournal(MongoCollection<Document> collection, IntConsumer onWrite) {
        this.collection = collection;
        this.buckets = new Buckets(collection);
        this.commits = new GroupCommit(collection, onWrite);
    }

    @Override
    public Stored load(String streamId, String shape) {
        Buckets.Pair newest = buckets.likelyNewest(streamId);
        Stored found = stored(streamId, newest);
        if (newest.entries() == null || found.end().isFull()) {
            newest = buckets.newest(streamId, newest);
            found = stored(streamId, newest);
        }
        return isWhole(newest, found, shape) ? found : foldable(streamId);
    }

    /// Whether the bucket and its snapshot are all that the stream is built from.
    private static boolean isWhole(Buckets.Pair newest, Stored found, String shape) {
        Snapshot snapshot = found.snapshot();
        return snapshot == null
                ? newest.number() == 0 && !found.end().isFull()
                : snapshot.shape().equals(shape);
    }

    private static Stored stored(String streamId, Buckets.Pair pair) {
        Snapshot snapshot =
                pair.snapshot() == null ? null : SnapshotDocuments.fromDocument(pair.snapshot());
        StreamEnd begin = snapshot == null ? StreamEnd.START : snapshot.end();
        List<Entry> entries = EntryDocuments.entriesOf(pair.entries());
        StreamEnd end = entries.isEmpty() ? begin : new Append(streamId, begin, entries).after();
        return new Stored(snapshot, entries, end);
    }

    /// All entries, where there is no snapshot to go on from.
    private Stored foldable(String streamId) {
        List<Entry> entries = new ArrayList<>();
        StreamEnd end = StreamEnd.START;
        for (int bucket = 0; ; bucket += BUCKETS_PER_READ) {
            List<Document> found = buckets.range(streamId, bucket, bucket + BUCKETS_PER_READ - 1);
            for (Document document : found) {
                List<Entry> next = EntryDocuments.entriesOf(document);
                end = new Append(streamId, end, next).after();
                entries.addAll(next);
            }
            if (found.size() < BUCKETS_PER_READ) {
                return new Stored(null, entries, end);
            }
        }
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        buckets.keep(streamId, snapshot);
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        List<Entry> found = new ArrayList<>();
        int bucket = buckets.holding(streamId, after + 1);
        while (found.size() < limit) {
            List<Document> next = buckets.range(streamId, bucket, bucket);
            if (next.isEmpty()) {
                break;
            }
            EntryDocuments.entriesOf(next.getFirst()).stream()
                    .filter(entry -> entry.sequence() > after)
                    .forEach(found::add);
            bucket++;
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /// A stream whose bucket is still empty ends in the one before.
    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        int from = end.bucketEvents() == 0 ? Math.max(0, end.bucket() - 1) : end.bucket();
        return buckets.lastSequence(streamId, from, end.bucket() + 1) == end.version();
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        return commits.add(append);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        Map<String, Head> newest = new HashMap<>();
        Waiting.on(
                Flux.from(
                                collection
                                        .find(Filters.exists("w"))
                                        .projection(Projections.include("v", "w"))
                                        .batchSize(WAKE_UPS_AT_ONCE))
                        .map(Head::of)
                        .filter(head -> streams.test(head.stream))
                        .doOnNext(head -> newest.merge(head.stream, head, Head::later))
                        .then(),
                WAKE_UPS_LIMIT,
                "reading wake-ups");
        newest.values().removeIf(this::isLeftBehind);
        Map<String, Instant> due = HashMap.newHashMap(newest.size());
        newest.forEach((stream, head) -> due.put(stream, head.wakeAt));
        return due;
    }

    /// A bucket keeps its `w` when the stream goes on in the next one, where it counts no more.
    private boolean isLeftBehind(Head head) {
        return head.version >= FEWEST_IN_FULL_BUCKET
                && buckets.lastSequence(head.stream, head.bucket + 1, head.bucket + 1) > 0;
    }

    /// A bucket that wants to wake its stream.
    private record Head(String stream, int bucket, long version, Instant wakeAt) {
        static Head of(Document document) {
            DocumentName name = DocumentName.of(document.getString("_id"));
            return new Head(
                    name.stream(),
                    name.bucket(),
                    document.getLong("v"),
                    document.getDate("w").toInstant());
        }

        Head later(Head other) {
            return bucket >= other.bucket ? this : other;
        }
    }

    @Override
    public void close() {
        commits.close();
    }
}
