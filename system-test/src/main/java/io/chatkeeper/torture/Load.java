package io.chatkeeper.torture;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Conversations, so many at a time, one after the other until told to stop.
final class Load {
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger finished = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;

    private Load(Stage stage, Watchers watchers, int atOnce) {
        this.threads =
                IntStream.range(0, atOnce)
                        .mapToObj(i ->
                                Thread.ofVirtual()
                                        .name("conversations-" + i)
                                        .start(() -> converse(stage, watchers)))
                        .toList();
    }

    static Load start(Stage stage, Watchers watchers, int atOnce) {
        return new Load(stage, watchers, atOnce);
    }

    private void converse(Stage stage, Watchers watchers) {
        while (going.get()) {
            try {
                new Conversation(stage, watchers).run();
            } catch (RuntimeException e) {
                failures.add("a conversation broke: " + e);
            }
            finished.incrementAndGet();
        }
    }

    int finished() {
        return finished.get();
    }

    /// What went wrong with the clients themselves.
    List<String> failures() {
        return List.copyOf(failures);
    }

    /// Lets those that go on come to their end; whether all have within the limit.
    boolean end(Duration limit) {
        going.set(false);
        Deadline deadline = Deadline.in(limit);
        return deadline.await(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
