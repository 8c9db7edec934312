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
import java.io.RandomAccessFile;
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
    private static final int ROUNDS = 5;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 2_000;
    private static final int BUCKET = 100;
    private static final int OVERWRITTEN = 50;
    private static final int OVERWRITES_BEFORE_THE_KILL = 1_500;
    private static final int TORN_BYTES = 20_000;

    /// The changes of the test below come to 24 MB; what is alive of them to a fifth of one.
    private static final long SMALL_FILE = 8_000_000;

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

    /// The same documents again and again, so that every commit writes over space that an earlier
    /// one left, compaction included: the newest acknowledged state must be there after each kill.
    @Test
    void nothing_acknowledged_is_lost_while_space_is_written_over() throws Exception {
        try (StoreProcess store = StoreProcess.start(Repository.root(), data)) {
            int last = 0;
            for (int round = 0; round < ROUNDS; round++) {
                last = overwriteUntilKilled(store, last);
                store.restart();
                last = assertHolds(store, last);
            }
        }
    }

    /// The number of the last acknowledged write.
    private static int overwriteUntilKilled(StoreProcess store, int from) throws Exception {
        CountDownLatch enough = new CountDownLatch(OVERWRITES_BEFORE_THE_KILL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("it").getCollection("overwritten");
            Future<Integer> writer = threads.submit(overwriter(documents, from, enough));
            enough.await();
            store.kill();
            return result(writer);
        }
    }

    private static Callable<Integer> overwriter(
            MongoCollection<Document> documents, int from, CountDownLatch enough) {
        String text = "x".repeat(8_000);
        return () -> {
            int number = from;
            try {
                while (true) {
                    var change = combine(set("n", number + 1), set("text", text));
                    documents.updateOne(
                            new Document("_id", (number + 1) % OVERWRITTEN), change, UPSERT);
                    number++;
                    enough.countDown();
                }
            } catch (MongoException _) {
                return number;
            }
        };
    }

    /// The number of the last write found: the one in flight may have been stored.
    private static int assertHolds(StoreProcess store, int last) {
        try (MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("it").getCollection("overwritten");
            int found = last;
            for (int number = last + 1; number > last - OVERWRITTEN + 1; number--) {
                Document document =
                        documents.find(new Document("_id", number % OVERWRITTEN)).first();
                int n = document == null ? 0 : document.getInteger("n");
                if (number == last + 1) {
                    found = n == number ? number : last;
                } else {
                    assertThat(n).as("write %d", number).isEqualTo(number);
                }
            }
            return found;
        }
    }

    /// The end of the file is torn off, as a power cut may leave them: the file must open at an
    /// older commit, with every append up to it.
    @Test
    void a_torn_file_opens_at_an_older_commit() throws Exception {
        try (StoreProcess store = StoreProcess.start(Repository.root(), data)) {
            List<Integer> acknowledged = appendUntilKilled(store, 0);
            tearTheEndOf(data.resolve("mongo/store.mv"));
            store.restart();
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(stored(store, 0).get(writer)).isBetween(0, acknowledged.get(writer) + 1);
            }
            try (MongoClient client = MongoClients.create(store.uri())) {
                client.getDatabase("it").getCollection("after").insertOne(new Document());
            }
        }
    }

    private static void tearTheEndOf(Path file) throws IOException {
        try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(opened.length() - TORN_BYTES);
        }
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
            assertThat(sizeOf(data.resolve("mongo"))).isLessThan(SMALL_FILE);
            store.kill();
            store.restart();
            assertThat(sizeOf(data.resolve("mongo"))).isLessThan(SMALL_FILE);
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
