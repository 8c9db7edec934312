package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.bench.targets.Promises;
import io.chatkeeper.bench.targets.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Clocks of sla-service as a client starts them and learns of them: by events on the broker.
final class ClocksTarget implements AutoCloseable {
    /// The stand-in of the store takes some 500 new streams a second.
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(300);
    private static final int TRIES = 60;
    private static final long TRY_MILLIS = 1_000;
    private static final int AT_ONCE = 5_000;

    private final Promises promises;
    private final Told told;

    ClocksTarget(Connection connection) {
        promises = new Promises(connection);
        told = new Told(connection);
    }

    /// Waits until clocks start and run out.
    void awaitReady(Program program) throws InterruptedException, ExecutionException {
        for (int i = 0; i < TRIES; i++) {
            program.requireAlive();
            String chat = "chat-ready-" + i;
            if (told.isListening()) {
                promises.give(chat, Instant.now()).get();
            }
            Thread.sleep(TRY_MILLIS);
            if (told.breached().containsKey(chat)) {
                return;
            }
        }
        throw new IllegalStateException("no clock has run out: is the service up?");
    }

    /// Starts clocks that stay pending, and waits until all have started.
    void givePending(String name, int count) throws InterruptedException, ExecutionException {
        Map<String, Instant> dues = HashMap.newHashMap(count);
        Instant never = Instant.now().plus(NEVER);
        for (int i = 0; i < count; i++) {
            dues.put("chat-" + name + "-" + i, never);
        }
        give(dues);
    }

    /// Starts clocks and waits until all have started.
    void give(Map<String, Instant> dues) throws InterruptedException, ExecutionException {
        int wanted = told.started() + dues.size();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        int given = 0;
        for (Map.Entry<String, Instant> due : dues.entrySet()) {
            last = CompletableFuture.allOf(last, promises.give(due.getKey(), due.getValue()));
            if (++given % AT_ONCE == 0) {
                last.get();
            }
        }
        last.get();
        Instant end = Instant.now().plus(LIMIT);
        while (told.started() < wanted) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("clocks did not start: " + told.started());
            }
            Thread.sleep(LOOK);
        }
    }

    /// Starts a clock, and does not wait for it.
    void promise(String chat, Instant due) {
        promises.give(chat, due);
    }

    /// Meets a clock, in time or not.
    void keep(String chat) {
        promises.complete(chat);
    }

    /// What was promised, and whether it was done.
    Promises promises() {
        return promises;
    }

    /// Waits until all these have run out.
    Lateness awaitBreaches(Map<String, Instant> dues) throws InterruptedException {
        return Lateness.await(dues, told::breached);
    }

    /// Everything that was promised, with its due time.
    Map<String, Instant> dues() {
        return new HashMap<>(promises.dues());
    }

    Told told() {
        return told;
    }

    @Override
    public void close() {
        told.close();
    }
}
