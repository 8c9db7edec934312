package io.chatkeeper.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until a test moves it. Safe for any number of threads.
public final class ManualClock extends Clock {
    private volatile Instant now;

    /// A clock that shows this instant.
    public ManualClock(Instant now) {
        this.now = now;
    }

    /// Moves the clock on.
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /// Sets the clock, backwards too.
    public synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// The zone plays no part: whoever needs one names it.
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
