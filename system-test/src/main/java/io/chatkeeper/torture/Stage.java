package io.chatkeeper.torture;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// What everybody in a round shares: the front door, the journal, and chance.
final class Stage {
    /// Longer than any fault lasts, with what the house needs to come back on a slow machine.
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final int LETTERS = 26;

    private final Gateway gateway;
    private final ClientJournal journal;
    private final Random random;
    private final AtomicLong tags = new AtomicLong();

    Stage(Gateway gateway, ClientJournal journal, Random random) {
        this.gateway = gateway;
        this.journal = journal;
        this.random = random;
    }

    Gateway gateway() {
        return gateway;
    }

    ClientJournal journal() {
        return journal;
    }

    Deadline patience() {
        return Deadline.in(PATIENCE);
    }

    /// Letters only: digits might be taken for a card number, and be masked.
    String tag() {
        StringBuilder letters = new StringBuilder("tag");
        for (long rest = tags.incrementAndGet(); rest > 0; rest /= LETTERS) {
            letters.append((char) ('a' + rest % LETTERS));
        }
        return letters.append("x").toString();
    }

    synchronized UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    synchronized boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    synchronized int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    /// A moment of thought.
    void think() {
        Deadline.pause(Duration.ofMillis(50L * upTo(6)));
    }
}
