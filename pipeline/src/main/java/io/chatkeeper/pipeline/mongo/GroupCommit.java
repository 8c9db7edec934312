package io.chatkeeper.pipeline.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
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
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/// Merges the appends of all lanes into bulk writes: one is in flight, and whatever arrives
/// meanwhile goes with the next. An append that finds its stream elsewhere fails alone, as a
/// duplicate key.
final class GroupCommit implements AutoCloseable {
    private static final int APPENDS_PER_WRITE = 512;
    private static final int APPENDS_WAITING = 8_192;
    private static final int DUPLICATE_KEY = 11_000;
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(10);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private record Pending(Append append, CompletableFuture<Void> done) {}

    private final MongoCollection<Document> buckets;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(APPENDS_WAITING);
    private final Thread writer;

    GroupCommit(MongoCollection<Document> buckets) {
        this.buckets = buckets;
        this.writer = Thread.ofVirtual().name("group-commit").start(this::write);
    }

    /// Queues an append; blocks while the queue is full, which is the lanes' back-pressure.
    CompletableFuture<Void> add(Append append) {
        var done = new CompletableFuture<Void>();
        try {
            waiting.put(new Pending(append, done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(new StoreUnavailable("append was interrupted", e));
        }
        return done;
    }

    private void write() {
        List<Pending> batch = new ArrayList<>(APPENDS_PER_WRITE);
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, APPENDS_PER_WRITE - 1);
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.drainTo(batch);
            batch.forEach(one -> one.done.completeExceptionally(unavailable(e)));
        }
    }

    private void write(List<Pending> batch) {
        List<UpdateOneModel<Document>> models = batch.stream().map(GroupCommit::model).toList();
        try {
            Waiting.on(Mono.from(buckets.bulkWrite(models, ANY_ORDER)), WRITE_LIMIT, "bulk append");
            batch.forEach(one -> one.done.complete(null));
        } catch (StoreUnavailable e) {
            Map<Integer, RuntimeException> failed = failures(e, batch);
            for (int i = 0; i < batch.size(); i++) {
                RuntimeException failure = failed.get(i);
                if (failure == null) {
                    batch.get(i).done.complete(null);
                } else {
                    batch.get(i).done.completeExceptionally(failure);
                }
            }
        }
    }

    /// Only a bulk-write error says which appends failed; of anything else nothing is known.
    private static Map<Integer, RuntimeException> failures(
            StoreUnavailable failure, List<Pending> batch) {
        Map<Integer, RuntimeException> failed = new HashMap<>();
        if (failure.getCause() instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null) {
            for (BulkWriteError error : bulk.getWriteErrors()) {
                Append append = batch.get(error.getIndex()).append;
                failed.put(
                        error.getIndex(),
                        error.getCode() == DUPLICATE_KEY
                                ? new JournalConflict(append.streamId())
                                : failure);
            }
        } else {
            for (int i = 0; i < batch.size(); i++) {
                failed.put(i, failure);
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

    private static StoreUnavailable unavailable(InterruptedException e) {
        return new StoreUnavailable("the journal is closing", e);
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
