package io.chatkeeper.pipeline.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.JournalConflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Merges the appends of all lanes into bulk writes: one is in flight, and whatever arrives
/// meanwhile goes with the next. An append that finds its stream elsewhere fails alone, as a
/// duplicate key.
///
/// There is no thread of its own: whoever finds nothing in flight starts the write, and the answer
/// to one write starts the next. On a quiet day an append then costs no hand-over between threads.
final class GroupCommit implements AutoCloseable {
    private static final int APPENDS_PER_WRITE = 512;
    private static final int APPENDS_WAITING = 8_192;
    private static final int DUPLICATE_KEY = 11_000;
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(10);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private record Pending(Append append, CompletableFuture<Void> done) {}

    private final MongoCollection<Document> buckets;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(APPENDS_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final IntConsumer onWrite;
    private volatile boolean closed;

    /// @param onWrite told how many appends go with each write
    GroupCommit(MongoCollection<Document> buckets, IntConsumer onWrite) {
        this.buckets = buckets;
        this.onWrite = onWrite;
    }

    /// Queues an append; blocks while the queue is full, which is the lanes' back-pressure.
    CompletableFuture<Void> add(Append append) {
        var pending = new Pending(append, new CompletableFuture<>());
        try {
            waiting.put(pending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pending.done.completeExceptionally(new StoreUnavailable("append was interrupted", e));
            return pending.done;
        }
        writeNext();
        return pending.done;
    }

    /// Starts a write, unless one is in flight or nothing waits. Looks again after letting go: what
    /// was queued in between saw a write in flight and left it to this one.
    private void writeNext() {
        while (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            List<Pending> batch = new ArrayList<>();
            waiting.drainTo(batch, APPENDS_PER_WRITE);
            if (batch.isEmpty()) {
                writing.set(false);
            } else {
                write(batch);
                return;
            }
        }
    }

    private void write(List<Pending> batch) {
        onWrite.accept(batch.size());
        started(batch)
                .orTimeout(WRITE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    writing.set(false);
                    writeNext();
                    tell(batch, failure);
                });
    }

    private CompletableFuture<BulkWriteResult> started(List<Pending> batch) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("the journal is closing"));
        }
        try {
            List<UpdateOneModel<Document>> models = batch.stream().map(GroupCommit::model).toList();
            return Mono.from(buckets.bulkWrite(models, ANY_ORDER)).toFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void tell(List<Pending> batch, @Nullable Throwable failure) {
        Map<Integer, RuntimeException> failed =
                failure == null ? Map.of() : failures(failure, batch);
        for (int i = 0; i < batch.size(); i++) {
            RuntimeException why = failed.get(i);
            CompletableFuture<Void> done = batch.get(i).done;
            if (why == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(why);
            }
        }
    }

    /// Only a bulk-write error says which appends failed; of anything else nothing is known.
    private static Map<Integer, RuntimeException> failures(Throwable failure, List<Pending> batch) {
        var unavailable = new StoreUnavailable("bulk append failed", failure);
        Map<Integer, RuntimeException> failed = new HashMap<>();
        if (failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null) {
            for (BulkWriteError error : bulk.getWriteErrors()) {
                Append append = batch.get(error.getIndex()).append;
                failed.put(
                        error.getIndex(),
                        error.getCode() == DUPLICATE_KEY
                                ? new JournalConflict(append.streamId())
                                : unavailable);
            }
        } else {
            for (int i = 0; i < batch.size(); i++) {
                failed.put(i, unavailable);
            }
        }
        return failed;
    }

    private static UpdateOneModel<Document> model(Pending pending) {
        Append append = pending.append;
        var wakeAt = append.entries().getLast().wakeAt();
        Bson change =
                Updates.combine(
                        Updates.pushEach(
                                "e",
                                append.entries().stream().map(EntryDocuments::toDocument).toList()),
                        Updates.set("v", append.version()),
                        wakeAt == null ? Updates.unset("w") : Updates.set("w", Date.from(wakeAt)));
        String id = DocumentName.ofBucket(append.streamId(), append.bucket());
        return new UpdateOneModel<>(
                new Document("_id", id).append("v", append.end().version()),
                change,
                new UpdateOptions().upsert(true));
    }

    @Override
    public void close() {
        closed = true;
    }
}
