package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The journal in MongoDB: a document per bucket, `_id` = `<stream>#<bucket>`, `v` = sequence of
/// its last entry, `e` = its entries, `w` = when the stream wants to be woken. Every hot read is by
/// `_id`; `w` is read once, when a partition arrives.
public final class MongoJournal implements Journal, AutoCloseable {
    private static final Duration READ_LIMIT = Duration.ofSeconds(10);

    /// Events of 64 KB fill a bucket of 4 MB no sooner.
    private static final int FEWEST_IN_FULL_BUCKET = 64;

    private final MongoCollection<Document> buckets;
    private final GroupCommit commits;

    public MongoJournal(MongoCollection<Document> buckets) {
        this.buckets = buckets;
        this.commits = new GroupCommit(buckets);
    }

    @Override
    public Stored load(String streamId) {
        List<Entry> entries = new ArrayList<>();
        StreamEnd end = StreamEnd.START;
        for (int bucket = 0; ; bucket++) {
            List<Entry> found = entriesOf(bucket(streamId, bucket));
            if (found.isEmpty()) {
                return new Stored(entries, end);
            }
            end = new Append(streamId, end, found).after();
            entries.addAll(found);
            if (end.bucketOfNext() == bucket) {
                return new Stored(entries, end);
            }
        }
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        List<Entry> found = new ArrayList<>();
        for (int bucket = 0; found.size() < limit; bucket++) {
            Document document = bucket(streamId, bucket);
            if (document == null) {
                break;
            }
            if (document.getLong("v") > after) {
                entriesOf(document).stream()
                        .filter(entry -> entry.sequence() > after)
                        .forEach(found::add);
            }
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        List<String> ids = List.of(id(streamId, end.bucket()), id(streamId, end.bucket() + 1));
        List<Document> heads =
                await(
                        Flux.from(
                                        buckets.find(Filters.in("_id", ids))
                                                .projection(Projections.include("v")))
                                .collectList());
        long last =
                heads == null
                        ? 0
                        : heads.stream().mapToLong(head -> head.getLong("v")).max().orElse(0);
        return last == end.version();
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        return commits.add(append);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        Map<String, Head> newest = new TreeMap<>();
        List<Document> heads =
                await(
                        Flux.from(
                                        buckets.find(Filters.exists("w"))
                                                .projection(Projections.include("v", "w")))
                                .collectList());
        for (Document document : heads == null ? List.<Document>of() : heads) {
            Head head = Head.of(document);
            if (streams.test(head.stream)) {
                newest.merge(head.stream, head, Head::later);
            }
        }
        newest.values().removeIf(this::isLeftBehind);
        Map<String, Instant> due = new TreeMap<>();
        newest.forEach((stream, head) -> due.put(stream, head.wakeAt));
        return due;
    }

    /// A bucket keeps its `w` when the stream goes on in the next one, where it counts no more.
    private boolean isLeftBehind(Head head) {
        return head.version >= FEWEST_IN_FULL_BUCKET
                && bucket(head.stream, head.bucket + 1) != null;
    }

    /// A bucket that wants to wake its stream.
    private record Head(String stream, int bucket, long version, Instant wakeAt) {
        static Head of(Document document) {
            String id = document.getString("_id");
            int mark = id.lastIndexOf('#');
            return new Head(
                    id.substring(0, mark),
                    Integer.parseInt(id.substring(mark + 1)),
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

    private @Nullable Document bucket(String streamId, int bucket) {
        return await(Mono.from(buckets.find(Filters.eq("_id", id(streamId, bucket))).first()));
    }

    private static String id(String streamId, int bucket) {
        return streamId + "#" + bucket;
    }

    private static List<Entry> entriesOf(@Nullable Document bucket) {
        return bucket == null
                ? List.of()
                : bucket.getList("e", Document.class).stream()
                        .map(EntryDocuments::fromDocument)
                        .toList();
    }

    private static <T> @Nullable T await(Mono<T> answer) {
        return Waiting.on(answer, READ_LIMIT, "journal read");
    }
}
