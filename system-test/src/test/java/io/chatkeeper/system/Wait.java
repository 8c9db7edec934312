package io.chatkeeper.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waiting for what is eventual. A system test sees the house only from outside, so it has to look
/// again; it never waits longer than the first time it likes what it sees.
final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Wait() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> liked) {
        long until = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!liked.test(seen)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited in vain for " + what + ", last seen: " + seen);
            }
            aMoment(LOOK_AGAIN);
            seen = look.get();
        }
        return seen;
    }

    static void aMoment(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
