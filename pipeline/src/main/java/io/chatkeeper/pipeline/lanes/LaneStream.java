package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream in memory: where it ends, what it remembers, and its aggregate once it has been built.
/// Touched by the stream's lane alone.
public final class LaneStream {
    private static final int WEIGHT_LIMIT = 10_000;

    private final String id;
    private final CommandMemory memory;
    private @Nullable Snapshot snapshot;
    private List<Entry> history;
    private StreamEnd end;
    private Instant lastTime = Instant.EPOCH;
    private @Nullable Object aggregate;

    LaneStream(String id, Journal.Stored stored) {
        this.id = id;
        this.snapshot = stored.snapshot();
        this.history = stored.entries();
        this.end = stored.end();
        this.memory =
                new CommandMemory(
                        snapshot == null ? Snapshot.Remembered.NOTHING : snapshot.memory());
        history.forEach(this::remember);
    }

    public String id() {
        return id;
    }

    /// What the aggregate is built from before the [#history]; null if that is everything there is.
    public @Nullable Snapshot snapshot() {
        return snapshot;
    }

    /// The entries the aggregate is built from; empty once it has been built.
    public List<Entry> history() {
        return history;
    }

    /// What the aggregate's repository keeps here between turns.
    public @Nullable Object aggregate() {
        return aggregate;
    }

    /// Keeps the built aggregate; what it was built from is no longer needed.
    public void keep(Object built) {
        aggregate = built;
        snapshot = null;
        history = List.of();
    }

    StreamEnd end() {
        return end;
    }

    CommandMemory memory() {
        return memory;
    }

    /// Rough size for the cache: the events folded into this stream.
    int weight() {
        return 1 + (int) Math.min(WEIGHT_LIMIT, end.version());
    }

    void appended(Append append) {
        end = append.after();
        append.entries().forEach(this::remember);
    }

    private void remember(Entry entry) {
        memory.remember(entry);
        lastTime = entry.time();
    }

    /// The snapshot that is due before the next bucket begins.
    Snapshot snapshotOf(Decisions.State state) {
        return new Snapshot(
                end.bucketOfNext(),
                end.version(),
                end.hash(),
                state.shape(),
                state.json(),
                memory.remembered(lastTime));
    }

    /// The full bucket is left behind: its snapshot is stored, or there is none to be had.
    void rolled() {
        end = end.rolled();
    }
}
