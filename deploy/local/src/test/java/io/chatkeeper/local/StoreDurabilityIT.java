package io.chatkeeper.local;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDurabilityIT {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 3;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 2_000;
    private static final int BUCKET = 100;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @TempDir Path data;

    @Test
    void nothing_acknowledged_is_lost_when_the_store_is_killed() throws Exception {
        try (StoreProcess store = StoreProcess.start(Repository.root(), data)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> acknowledged = appendUntilKilled(store, round);
                store.restart();
                assertNothingIsMissing(acknowledged, stored(store, round));
            }
        }
    }

    /// The last append of a writer may have been stored although its acknowledgement was lost.
    private static void assertNothingIsMissing(List<Integer> acknowledged, List<Integer> stored) {
        for (int writer = 0; writer < WRITERS; writer++) {
            int least = acknowledged.get(writer);
            assertThat(least).isPositive();
            assertThat(stored.get(writer)).as("writer %d", writer).isBetween(least, least + 1);
        }
    }

    /// Per writer, how many appends were acknowledged.
    private static List<Integer> appendUntilKilled(StoreProcess store, int round) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("it").getCollection("round" + round);
            List<Future<Integer>> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(writer -> threads.submit(writer(documents, writer, enough)))
                            .toList();
            enough.await();
            store.kill();
            return writers.stream().map(StoreDurabilityIT::result).toList();
        }
    }

    private static Callable<Integer> writer(
            MongoCollection<Document> documents, int writer, CountDownLatch enough) {
        return () -> {
            int acknowledged = 0;
            try {
                while (true) {
                    append(documents, writer, acknowledged);
                    acknowledged++;
                    enough.countDown();
                }
            } catch (MongoException _) {
                return acknowledged;
            }
        };
    }

    private static void append(MongoCollection<Document> documents, int writer, int number) {
        String id = "w%d#%05d".formatted(writer, number / BUCKET);
        int version = number % BUCKET;
        documents.updateOne(
                new Document("_id", id).append("v", version),
                combine(push("events", number), set("v", version + 1)),
                UPSERT);
    }

    private static Integer result(Future<Integer> writer) {
        try {
            return writer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Per writer, how many appends are there.
    private static List<Integer> stored(StoreProcess store, int round) {
        try (MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("it").getCollection("round" + round);
            return IntStream.range(0, WRITERS)
                    .map(writer -> numberOfEvents(documents, writer))
                    .boxed()
                    .toList();
        }
    }

    private static int numberOfEvents(MongoCollection<Document> documents, int writer) {
        var range = new Document("$gte", "w" + writer + "#").append("$lt", "w" + writer + "$");
        int expected = 0;
        for (Document bucket : documents.find(new Document("_id", range))) {
            for (Integer event : bucket.getList("events", Integer.class)) {
                assertThat(event).isEqualTo(expected++);
            }
        }
        return expected;
    }

    @Test
    void the_file_does_not_grow_without_bound_when_the_same_documents_change() throws Exception {
        int changes = Integer.getInteger("store.changes", 12_000);
        try (StoreProcess store = StoreProcess.start(Repository.root(), data);
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("it").getCollection("growth");
            String text = "x".repeat(2_000);
            for (int i = 0; i < changes; i++) {
                var change = combine(set("text", text), set("n", i));
                documents.updateOne(new Document("_id", i % 100), change, UPSERT);
            }
            assertThat(sizeOf(data.resolve("mongo"))).isLessThan(100_000_000L);
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
