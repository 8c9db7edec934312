package io.chatkeeper.pipeline.tracing;

import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A journal whose appends are hops: one for each traced command of the turn.
public final class TracedJournal implements Journal {
    private final Journal journal;
    private final Traces traces;

    public TracedJournal(Journal journal, Traces traces) {
        this.journal = journal;
        this.traces = traces;
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        List<Hop> hops =
                append.entries().stream()
                        .map(Entry::traceparent)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(one -> traces.goOn("journal append", SpanKind.CLIENT, one))
                        .filter(Hop::isTraced)
                        .toList();
        CompletableFuture<Void> done = journal.append(append);
        return hops.isEmpty()
                ? done
                : done.whenComplete((_, failure) -> hops.forEach(hop -> hop.end(failure)));
    }

    @Override
    public Stored load(String streamId, String shape) {
        return journal.load(streamId, shape);
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        return journal.read(streamId, after, limit);
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        return journal.endsAt(streamId, end);
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        journal.keep(streamId, snapshot);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        return journal.wakeUps(streams);
    }
}
