package io.chatkeeper.bench.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Counts what a load has started, and how each piece ended.
final class Tally {
    /// How long the last pieces may take before they count as lost.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int DIGITS = 3;

    private final Histogram latencies =
            new ConcurrentHistogram(PATIENCE.multipliedBy(4).toNanos(), DIGITS);
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong open = new AtomicLong(1);
    private final CountDownLatch allEnded = new CountDownLatch(1);
    private final AtomicLong lastEnd = new AtomicLong();
    private volatile long begun = System.nanoTime();
    private volatile boolean closed;

    /// A piece begins that should have begun at `intended`. Returns what is to be called at its
    /// end.
    Ending begin(long intended) {
        open.incrementAndGet();
        return failure -> {
            if (!closed) {
                end(intended, failure);
            }
            leave();
        };
    }

    private void end(long intended, @Nullable Throwable failure) {
        long now = System.nanoTime();
        if (failure == null) {
            latencies.recordValue(Math.clamp(now - intended, 1, PATIENCE.toNanos()));
            lastEnd.accumulateAndGet(now, Math::max);
        } else {
            failed.incrementAndGet();
        }
    }

    private void leave() {
        if (open.decrementAndGet() == 0) {
            allEnded.countDown();
        }
    }

    /// The time that counts begins now; what was begun before still counts as work.
    void restart() {
        begun = System.nanoTime();
    }

    interface Ending {
        void with(@Nullable Throwable failure);
    }

    /// Waits for every piece; what has not ended within the patience counts as failed.
    Outcome await() throws InterruptedException {
        leave();
        boolean all = allEnded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        closed = true;
        long lost = all ? 0 : open.get();
        double seconds = Math.max(1, lastEnd.get() - begun) / 1e9;
        return Outcome.of(latencies, failed.get() + lost, seconds);
    }
}
