package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Journal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lane per stream id: keys run in parallel, each on a virtual thread of its own while something
/// waits for it, each key in order. How much may wait is bounded by whoever calls [#enqueue].
public final class Lanes implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private record Waiting(CommandRecord command, CompletableFuture<Void> done) {}

    /// What waits for a stream, and the signal that it is empty and taken down.
    private record Lane(ArrayDeque<Waiting> waiting, CompletableFuture<Void> empty) {}

    private final Map<String, Lane> lanes = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Streams streams;
    private final LaneTurn turn;
    private final Pause pause;
    private final int turnCommands;
    private final Runnable onBug;
    private final LongAdder turns = new LongAdder();

    /// @param bounds of turns and memory
    /// @param onBug called when a lane dies of something that should not happen; stops the process
    public Lanes(
            Journal journal,
            Decisions decisions,
            Outlet outlet,
            Pause pause,
            Bounds bounds,
            Runnable onBug) {
        this.streams = new Streams(journal, decisions, bounds.cacheWeight());
        this.turn = new LaneTurn(streams, journal, decisions, outlet, pause, turns::increment);
        this.pause = pause;
        this.turnCommands = bounds.turnCommands();
        this.onBug = onBug;
    }

    /// The bounds of the lanes.
    ///
    /// @param cacheWeight how many folded events the streams in memory may amount to
    /// @param turnCommands how many commands are decided in one unit of work at most
    public record Bounds(long cacheWeight, int turnCommands) {}

    @Override
    public CompletableFuture<Void> enqueue(CommandRecord command) {
        var waiting = new Waiting(command, new CompletableFuture<>());
        lock.lock();
        try {
            lanes.computeIfAbsent(command.streamId(), this::opened).waiting.add(waiting);
        } finally {
            lock.unlock();
        }
        return waiting.done;
    }

    /// How much waits at this moment.
    ///
    /// @param lanes streams with something to do
    /// @param commands that wait in all lanes together, beside those being decided
    /// @param deepest that wait in the longest lane
    public record Depth(int lanes, int commands, int deepest) {}

    /// What waits at this moment; looks into every lane that is open.
    public Depth depth() {
        lock.lock();
        try {
            int commands = 0;
            int deepest = 0;
            for (Lane lane : lanes.values()) {
                commands += lane.waiting.size();
                deepest = Math.max(deepest, lane.waiting.size());
            }
            return new Depth(lanes.size(), commands, deepest);
        } finally {
            lock.unlock();
        }
    }

    /// Counts on as long as lanes work, also while they wait for a store that is away: if it stands
    /// still though lanes are open, they hang.
    public long turns() {
        return turns.sum();
    }

    private Lane opened(String streamId) {
        Thread.ofVirtual().name("lane-" + streamId).start(() -> drain(streamId));
        return new Lane(new ArrayDeque<>(), new CompletableFuture<>());
    }

    @Override
    public void settle(Predicate<String> going, Duration limit) {
        try {
            pause.atMost(limit, empty(going));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        streams.forgetAll();
    }

    private CompletableFuture<Void> empty(Predicate<String> going) {
        lock.lock();
        try {
            return CompletableFuture.allOf(
                    lanes.entrySet().stream()
                            .filter(lane -> going.test(lane.getKey()))
                            .map(lane -> lane.getValue().empty)
                            .toArray(CompletableFuture[]::new));
        } finally {
            lock.unlock();
        }
    }

    private void drain(String streamId) {
        try {
            List<Waiting> batch = take(streamId);
            while (!batch.isEmpty()) {
                run(streamId, batch);
                batch = take(streamId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("a lane died: stream={}", streamId, e);
            onBug.run();
        }
    }

    private void run(String streamId, List<Waiting> batch) throws InterruptedException {
        List<CompletableFuture<?>> told =
                turn.run(streamId, batch.stream().map(Waiting::command).toList());
        for (int i = 0; i < batch.size(); i++) {
            CompletableFuture<Void> done = batch.get(i).done;
            told.get(i).thenRun(() -> done.complete(null));
        }
    }

    /// The next commands of the lane; an empty lane is taken down, under the same lock.
    private List<Waiting> take(String streamId) {
        lock.lock();
        try {
            Lane lane = Objects.requireNonNull(lanes.get(streamId));
            List<Waiting> batch = new ArrayList<>();
            while (!lane.waiting.isEmpty() && batch.size() < turnCommands) {
                batch.add(lane.waiting.poll());
            }
            if (batch.isEmpty()) {
                lanes.remove(streamId);
                lane.empty.complete(null);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }
}
