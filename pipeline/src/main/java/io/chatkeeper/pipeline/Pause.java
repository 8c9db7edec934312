package io.chatkeeper.pipeline;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How a thread lets time pass. A port, so that a simulation can pass the time itself.
@FunctionalInterface
public interface Pause {
    /// Time as it goes by outside.
    Pause REAL = Pause::untilSignalOrTimeout;

    /// Returns once the time is over, or the signal complete, whichever is first.
    void atMost(Duration time, CompletableFuture<?> signal) throws InterruptedException;

    /// Returns once the time is over.
    default void of(Duration time) throws InterruptedException {
        atMost(time, new CompletableFuture<>());
    }

    private static void untilSignalOrTimeout(Duration time, CompletableFuture<?> signal)
            throws InterruptedException {
        try {
            signal.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException over) {
            // Either way the waiting is over, which is all that was asked for.
        }
    }
}
