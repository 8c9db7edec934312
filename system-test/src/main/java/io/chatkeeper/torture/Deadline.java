package io.chatkeeper.torture;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A moment after which nobody waits any more.
final class Deadline {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return System.nanoTime() - at >= 0;
    }

    /// Looks again and again; whether it came true in time.
    boolean await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            if (over()) {
                return false;
            }
            pause(LOOK_AGAIN);
        }
        return true;
    }

    static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
