package io.chatkeeper.pipeline.config;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Tells a process that is alive but stuck: something has work, and nothing moves. It is then not
/// ready, and after a longer while it is stopped, so that whoever looks after it starts it again.
/// Waiting for a broker or a store that is away is no standstill: who waits counts on.
///
/// Time is counted in looks, not by the clock: a process that was frozen as a whole wakes up with
/// what it had, and gets the time to go on.
public final class Watchdog implements HealthIndicator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /// How often it looks.
    static final Duration EVERY = Duration.ofSeconds(2);

    static final int LOOKS_UNTIL_NOT_READY = 15;

    /// Longer than a send to the broker may take (2 minutes).
    static final int LOOKS_UNTIL_STOP = 90;

    private static final class Watched {
        final String name;
        final BooleanSupplier busy;
        final LongSupplier count;
        long seen;
        int still;

        Watched(String name, BooleanSupplier busy, LongSupplier count) {
            this.name = name;
            this.busy = busy;
            this.count = count;
            this.seen = count.getAsLong();
        }
    }

    private final List<Watched> all = new CopyOnWriteArrayList<>();
    private final FatalStop stop;
    private volatile boolean moving = true;
    private @Nullable Thread thread;

    Watchdog(FatalStop stop) {
        this.stop = stop;
    }

    /// Watches one more thing until the answer is closed.
    ///
    /// @param busy whether there is anything to do
    /// @param count goes up while something is done
    public AutoCloseable watch(String name, BooleanSupplier busy, LongSupplier count) {
        var watched = new Watched(name, busy, count);
        all.add(watched);
        return () -> all.remove(watched);
    }

    /// Looks every two seconds, until closed.
    Watchdog started() {
        thread = Thread.ofPlatform().daemon().name("watchdog").start(this::lookAgainAndAgain);
        return this;
    }

    private void lookAgainAndAgain() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException closed) {
            LOG.debug("watchdog stopped");
        }
    }

    void look() {
        int longest = 0;
        for (Watched one : all) {
            long count = one.count.getAsLong();
            one.still = count == one.seen && one.busy.getAsBoolean() ? one.still + 1 : 0;
            one.seen = count;
            if (one.still == LOOKS_UNTIL_NOT_READY || one.still == LOOKS_UNTIL_STOP) {
                LOG.error("has work but does not move: what={} looks={}", one.name, one.still);
            }
            longest = Math.max(longest, one.still);
        }
        moving = longest < LOOKS_UNTIL_NOT_READY;
        if (longest >= LOOKS_UNTIL_STOP) {
            stop.run();
        }
    }

    /// Whether everything that has work moves.
    boolean isMoving() {
        return moving;
    }

    @Override
    public Health health() {
        return (moving ? Health.up() : Health.outOfService()).build();
    }

    @Override
    public void close() {
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
    }
}
