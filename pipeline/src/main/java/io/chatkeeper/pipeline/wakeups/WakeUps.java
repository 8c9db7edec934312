package io.chatkeeper.pipeline.wakeups;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.PartitionOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The timers of the streams in our partitions: one instant a stream, the earliest first. Filled
/// from the journal when a partition arrives, kept up to date by the lanes. When a wake-up is due,
/// a WakeUp command goes through the stream's lane; only the lane decides whether something
/// happens.
public final class WakeUps implements PartitionOwner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

    /// A wake-up that led to nothing (too early by broker time) is tried again after this.
    private static final Duration AGAIN = Duration.ofMillis(250);

    private record Timer(Instant at, String streamId) {}

    private final TreeSet<Timer> timers =
            new TreeSet<>(Comparator.comparing(Timer::at).thenComparing(Timer::streamId));
    private final Map<String, Timer> byStream = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();
    private final Journal journal;
    private final ToIntFunction<String> partitionOf;
    private final InstantSource clock;
    private final Alarm alarm;
    private final Thread thread;
    private volatile boolean running = true;

    /// Sends the WakeUp command of a stream; may wait first, for the catch-up of P7.
    @FunctionalInterface
    public interface Alarm {
        void ring(String streamId, Instant dueAt);
    }

    public WakeUps(
            Journal journal, ToIntFunction<String> partitionOf, InstantSource clock, Alarm alarm) {
        this.journal = journal;
        this.partitionOf = partitionOf;
        this.clock = clock;
        this.alarm = alarm;
        this.thread = Thread.ofVirtual().name("wake-ups").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void gained(int partition) {
        synchronized (timers) {
            owned.add(partition);
        }
        Map<String, Instant> pending = pendingIn(partition);
        pending.forEach(this::set);
        LOG.info("wake-ups taken over: partition={} pending={}", partition, pending.size());
    }

    /// Waits for a store that is away: without its timers the partition must not be served.
    private Map<String, Instant> pendingIn(int partition) {
        while (true) {
            try {
                return journal.wakeUps(stream -> partitionOf.applyAsInt(stream) == partition);
            } catch (StoreUnavailable away) {
                LOG.warn("wake-ups can't be read yet: partition={}", partition, away);
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    @Override
    public void lost(int partition) {
        synchronized (timers) {
            owned.remove(partition);
            byStream.values().stream()
                    .filter(timer -> partitionOf.applyAsInt(timer.streamId) == partition)
                    .toList()
                    .forEach(timer -> put(timer.streamId, null));
        }
    }

    /// Sets, moves or (with null) takes away the wake-up of a stream.
    public void set(String streamId, @Nullable Instant at) {
        synchronized (timers) {
            if (owned.contains(partitionOf.applyAsInt(streamId))) {
                put(streamId, at == null ? null : new Timer(notAtOnce(streamId, at), streamId));
            }
        }
    }

    /// A stream that has a timer and wants another one in the past was rung too early by broker
    /// time.
    private Instant notAtOnce(String streamId, Instant at) {
        Instant now = clock.instant();
        return byStream.containsKey(streamId) && !at.isAfter(now) ? now.plus(AGAIN) : at;
    }

    private void put(String streamId, @Nullable Timer timer) {
        Timer old = timer == null ? byStream.remove(streamId) : byStream.put(streamId, timer);
        if (old != null) {
            timers.remove(old);
        }
        if (timer != null) {
            timers.add(timer);
        }
        timers.notifyAll();
    }

    private void run() {
        try {
            while (running) {
                ring(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the earliest timer to be due. It stays armed a little later, until the lane has
    /// moved it or taken it away: a wake-up that gets lost rings again.
    private Timer next() throws InterruptedException {
        synchronized (timers) {
            while (true) {
                Instant now = clock.instant();
                if (timers.isEmpty()) {
                    timers.wait();
                } else if (timers.first().at.isAfter(now)) {
                    timers.wait(1 + Duration.between(now, timers.first().at).toMillis());
                } else {
                    Timer due = timers.first();
                    put(due.streamId, new Timer(now.plus(AGAIN), due.streamId));
                    return due;
                }
            }
        }
    }

    private void ring(Timer due) {
        try {
            alarm.ring(due.streamId, due.at);
        } catch (RuntimeException e) {
            LOG.warn("wake-up not sent, trying again: stream={}", due.streamId, e);
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
