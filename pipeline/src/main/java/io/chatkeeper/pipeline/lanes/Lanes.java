package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Journal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lane per stream id: keys run in parallel, each on a virtual thread of its own while something
/// waits for it, each key in order. How much may wait is bounded by whoever calls [#enqueue].
public final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /// At most this many commands are decided in one unit of work.
    static final int TURN_COMMANDS = 64;

    private record Waiting(CommandRecord command, CompletableFuture<Void> done) {}

    private final Map<String, ArrayDeque<Waiting>> lanes = new HashMap<>();
    private final Streams streams;
    private final LaneTurn turn;
    private final Runnable onBug;

    /// @param cacheWeight how many folded events the streams in memory may amount to
    /// @param onBug called when a lane dies of something that should not happen; stops the process
    public Lanes(
            Journal journal,
            Decisions decisions,
            Outlet outlet,
            Pause pause,
            long cacheWeight,
            Runnable onBug) {
        this.streams = new Streams(journal, decisions, cacheWeight);
        this.turn = new LaneTurn(streams, journal, decisions, outlet, pause);
        this.onBug = onBug;
    }

    /// Puts a command into the lane of its stream. The future completes when everything that came
    /// of it is safely on its topics.
    public CompletableFuture<Void> enqueue(CommandRecord command) {
        var waiting = new Waiting(command, new CompletableFuture<>());
        synchronized (lanes) {
            ArrayDeque<Waiting> lane = lanes.get(command.streamId());
            if (lane == null) {
                lane = new ArrayDeque<>();
                lanes.put(command.streamId(), lane);
                Thread.ofVirtual()
                        .name("lane-" + command.streamId())
                        .start(() -> drain(command.streamId()));
            }
            lane.add(waiting);
        }
        return waiting.done;
    }

    /// Waits until nothing is in any lane, but no longer than the limit; then forgets all streams.
    /// Called when partitions are taken away.
    public void settle(Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        synchronized (lanes) {
            long left = limit.toMillis();
            while (!lanes.isEmpty() && left > 0) {
                try {
                    lanes.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
                left = (until - System.nanoTime()) / 1_000_000;
            }
        }
        streams.forgetAll();
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
        synchronized (lanes) {
            ArrayDeque<Waiting> lane = lanes.get(streamId);
            List<Waiting> batch = new ArrayList<>();
            while (lane != null && !lane.isEmpty() && batch.size() < TURN_COMMANDS) {
                batch.add(lane.poll());
            }
            if (batch.isEmpty()) {
                lanes.remove(streamId);
                lanes.notifyAll();
            }
            return batch;
        }
    }
}
