package io.chatkeeper.bench.load;

import java.time.Duration;

/// Saturation: a number of streams, each with one piece of work in flight at any time; the next
/// begins when the one before is acknowledged.
public record ClosedLoop(int streams, Duration length) implements Load {
    @Override
    public Outcome on(Target target) throws InterruptedException {
        Tally tally = new Tally();
        long until = System.nanoTime() + length.toNanos();
        for (int stream = 0; stream < Math.min(streams, target.streams()); stream++) {
            next(target, stream, tally, until);
        }
        Thread.sleep(length);
        return tally.await();
    }

    /// The next piece begins before this one is counted as ended, or the tally could be empty for a
    /// moment in the midst of the load.
    private static void next(Target target, int stream, Tally tally, long until) {
        long now = System.nanoTime();
        Tally.Ending ending = tally.begin(now);
        target.submit(stream)
                .whenComplete((_, failure) -> {
                    if (System.nanoTime() < until) {
                        next(target, stream, tally, until);
                    }
                    ending.with(failure);
                });
    }
}
