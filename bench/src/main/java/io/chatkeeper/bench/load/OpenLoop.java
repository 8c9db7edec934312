package io.chatkeeper.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Work that begins at given times, whether the target keeps up or not, as people's work does. The
/// latency counts from the intended time, so that a target that stalls can't hide it.
public record OpenLoop(int perSecond, Duration length) implements Load {
    @Override
    public Outcome on(Target target) throws InterruptedException {
        Tally tally = new Tally();
        long begin = System.nanoTime();
        long pieces = perSecond * length.toMillis() / 1_000;
        for (long i = 0; i < pieces; i++) {
            long intended = begin + i * 1_000_000_000L / perSecond;
            awaitTime(intended);
            Tally.Ending ending = tally.begin(intended);
            target.submit((int) (i % target.streams()))
                    .whenComplete((_, failure) -> ending.with(failure));
        }
        return tally.await();
    }

    private static void awaitTime(long time) throws InterruptedException {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
