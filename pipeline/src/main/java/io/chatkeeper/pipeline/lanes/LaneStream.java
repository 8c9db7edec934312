package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream in memory: where it ends, what it remembers, and its aggregate once it has been built.
/// Touched by the stream's lane alone.
public final class LaneStream {
    private final String id;
    private final CommandMemory memory = new CommandMemory();
    private final List<Entry.RefusedCommand> unkept = new ArrayList<>();
    private List<Entry> history;
    private StreamEnd end;
    private @Nullable Object aggregate;

    LaneStream(String id, Journal.Stored stored) {
        this.id = id;
        this.end = stored.end();
        this.history = stored.entries();
        stored.entries().forEach(memory::remember);
    }

    public String id() {
        return id;
    }

    /// The entries the aggregate is built from; empty once it has been built.
    public List<Entry> history() {
        return history;
    }

    /// What the aggregate's repository keeps here between turns.
    public @Nullable Object aggregate() {
        return aggregate;
    }

    /// Keeps the built aggregate; its history is no longer needed.
    public void keep(Object built) {
        aggregate = built;
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
        return 1 + (int) Math.min(10_000, end.version());
    }

    /// Refusals that no entry has carried yet, the newest last.
    List<Entry.RefusedCommand> unkeptRefusals() {
        return unkept;
    }

    void refused(Entry.RefusedCommand refusal) {
        if (unkept.size() == CommandMemory.REFUSALS) {
            unkept.removeFirst();
        }
        unkept.add(refusal);
    }

    void appended(Append append) {
        end = append.after();
        append.entries().forEach(memory::remember);
        append.entries().forEach(entry -> unkept.removeAll(entry.refused()));
    }
}
