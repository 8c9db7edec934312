package io.chatkeeper.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock that is set once and then runs evenly, by a count that never jumps: when somebody sets
/// the machine's clock, timers ring neither sooner nor later. What it is wrong by from the
/// beginning is judged by the broker's time, as everything is.
public final class EvenClock implements InstantSource {
    private final Instant start;
    private final long startNanos;
    private final LongSupplier nanos;

    /// @param setBy what it is set by, once, now
    /// @param nanos counts nanoseconds from some moment on, and never jumps
    public EvenClock(InstantSource setBy, LongSupplier nanos) {
        this.start = setBy.instant();
        this.startNanos = nanos.getAsLong();
        this.nanos = nanos;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }
}
