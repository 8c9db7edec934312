package io.chatkeeper.pipeline.wakeups;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.PartitionOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
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

    /// How many share a catch-up at most.
    private static final int MAX_AT_ONCE = 1_000;

    /// @param at when it rings next
    /// @param wanted when the stream wants to be woken
    /// @param again after which it rings once more if nothing comes of it; zero until it has rung
    private record Timer(Instant at, String streamId, Instant wanted, Duration again) {
        Timer(String streamId, Instant wanted) {
            this(wanted, streamId, wanted, Duration.ZERO);
        }

        boolean hasRung() {
            return !again.isZero();
        }

        Timer rungAt(Instant now, Duration next) {
            return new Timer(now.plus(next), streamId, wanted, next);
        }
    }

    private final TreeSet<Timer> timers =
            new TreeSet<>(Comparator.comparing(Timer::at).thenComparing(Timer::streamId));
    private final Map<String, Timer> byStream = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private final ToIntFunction<String> partitionOf;
    private final InstantSource clock;
    private final Pause pause;
    private final Bounds bounds;
    private final Alarm alarm;
    private final Thread thread;
    private CompletableFuture<Void> changed = new CompletableFuture<>();
    private volatile boolean running = true;

    /// Sends the WakeUp commands of streams that are due, the earliest first; may wait before, for
    /// the catch-up of P7, which many that are due at once share.
    @FunctionalInterface
    public interface Alarm {
        void ring(List<Due> due);
    }

    /// A stream that is to be woken.
    ///
    /// @param at when it was due
    public record Due(String streamId, Instant at) {}

    /// How a wake-up that led to nothing is tried again: it may be too early by broker time, or its
    /// lane may be slow. The waiting doubles, so that a slow lane isn't flooded.
    ///
    /// @param again how long after the first ring
    /// @param atLeast how long at most between two rings
    public record Bounds(Duration again, Duration atLeast) {
        private Duration after(Duration before) {
            Duration doubled = before.isZero() ? again : before.multipliedBy(2);
            return doubled.compareTo(atLeast) > 0 ? atLeast : doubled;
        }
    }

    public WakeUps(
            Journal journal,
            ToIntFunction<String> partitionOf,
            InstantSource clock,
            Pause pause,
            Bounds bounds,
            Alarm alarm) {
        this.journal = journal;
        this.partitionOf = partitionOf;
        this.clock = clock;
        this.pause = pause;
        this.bounds = bounds;
        this.alarm = alarm;
        this.thread = Thread.ofVirtual().name("wake-ups").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void gained(Set<Integer> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        locked(() -> owned.addAll(partitions));
        Map<String, Instant> pending = pendingIn(partitions);
        // In due order: the first may ring while the last is still on its way here.
        pending.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> set(one.getKey(), one.getValue()));
        LOG.info("wake-ups taken over: partitions={} pending={}", partitions, pending.size());
    }

    /// Waits for a store that is away: without its timers the partition must not be served.
    private Map<String, Instant> pendingIn(Set<Integer> partitions) {
        while (true) {
            try {
                return journal.wakeUps(
                        stream -> partitions.contains(partitionOf.applyAsInt(stream)));
            } catch (StoreUnavailable away) {
                LOG.warn("wake-ups can't be read yet: partitions={}", partitions, away);
                waitForStore(away);
            }
        }
    }

    private void waitForStore(StoreUnavailable away) {
        try {
            pause.of(bounds.again);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }

    @Override
    public void lost(int partition) {
        locked(() -> {
            owned.remove(partition);
            byStream.values().stream()
                    .filter(timer -> partitionOf.applyAsInt(timer.streamId) == partition)
                    .toList()
                    .forEach(timer -> put(timer.streamId, null));
        });
    }

    /// Sets, moves or (with null) takes away the wake-up of a stream.
    public void set(String streamId, @Nullable Instant at) {
        locked(() -> {
            if (!owned.contains(partitionOf.applyAsInt(streamId))) {
                return;
            }
            Timer old = byStream.get(streamId);
            if (at == null) {
                put(streamId, null);
            } else if (old == null || !old.hasRung() || at.isAfter(clock.instant())) {
                put(streamId, new Timer(streamId, at));
            } else if (!old.wanted.equals(at)) {
                put(streamId, new Timer(streamId, at).rungAt(clock.instant(), bounds.again));
            }
            // Otherwise it was rung too early by broker time, and will ring again anyhow.
        });
    }

    /// How many streams want to be woken.
    public int pending() {
        lock.lock();
        try {
            return timers.size();
        } finally {
            lock.unlock();
        }
    }

    /// For how long the wake-up that is most overdue has not led to anything; zero if none is.
    public Duration lateness() {
        lock.lock();
        try {
            Instant now = clock.instant();
            Instant rungBefore = now.plus(bounds.atLeast); // What has rung stands before it.
            return timers.headSet(new Timer("", rungBefore)).stream()
                    .map(timer -> Duration.between(timer.wanted, now))
                    .filter(Duration::isPositive)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    private void put(String streamId, @Nullable Timer timer) {
        Timer old = timer == null ? byStream.remove(streamId) : byStream.put(streamId, timer);
        if (old != null) {
            timers.remove(old);
        }
        if (timer != null) {
            timers.add(timer);
        }
        changed.complete(null);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (running) {
                List<Due> due = due();
                if (!due.isEmpty()) {
                    ring(due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The timers that are due; if there are none, waits until one is or something changes. What is
    /// due stays armed for a little later, until the lane has moved it or taken it away: a wake-up
    /// that gets lost rings again.
    private List<Due> due() throws InterruptedException {
        Duration left = bounds.atLeast;
        CompletableFuture<Void> signal;
        lock.lock();
        try {
            Instant now = clock.instant();
            List<Due> due = dueAt(now);
            if (!due.isEmpty()) {
                return due;
            }
            if (!timers.isEmpty()) {
                left = Duration.between(now, timers.first().at).plusMillis(1);
            }
            changed = new CompletableFuture<>();
            signal = changed;
        } finally {
            lock.unlock();
        }
        pause.atMost(left.compareTo(bounds.atLeast) > 0 ? bounds.atLeast : left, signal);
        return List.of();
    }

    private List<Due> dueAt(Instant now) {
        List<Due> due = new ArrayList<>();
        while (due.size() < MAX_AT_ONCE && !timers.isEmpty() && !timers.first().at.isAfter(now)) {
            Timer first = timers.first();
            put(first.streamId, first.rungAt(now, bounds.after(first.again)));
            due.add(new Due(first.streamId, first.at));
        }
        return due;
    }

    private void ring(List<Due> due) {
        try {
            alarm.ring(due);
        } catch (RuntimeException e) {
            LOG.warn("wake-ups not sent, trying again: streams={}", due.size(), e);
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
