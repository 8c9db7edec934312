package io.chatkeeper.pipeline.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The journal in memory, for specs and simulations: the same promises, gone with the process.
public final class InMemoryJournal implements Journal {
    private final Map<String, List<Entry>> streams = new TreeMap<>();
    private final Map<String, StreamEnd> ends = new TreeMap<>();
    private final Map<String, Snapshot> snapshots = new TreeMap<>();

    @Override
    public synchronized Stored load(String streamId, String shape) {
        Snapshot kept = snapshots.get(streamId);
        Snapshot usable = kept != null && kept.shape().equals(shape) ? kept : null;
        long after = usable == null ? 0 : usable.version();
        return new Stored(usable, read(streamId, after, Integer.MAX_VALUE), end(streamId, usable));
    }

    private StreamEnd end(String streamId, @Nullable Snapshot usable) {
        StreamEnd end = ends.getOrDefault(streamId, StreamEnd.START);
        return usable != null && usable.version() == end.version() ? usable.end() : end;
    }

    @Override
    public synchronized void keep(String streamId, Snapshot snapshot) {
        snapshots.merge(
                streamId, snapshot, (old, more) -> more.bucket() >= old.bucket() ? more : old);
    }

    @Override
    public synchronized List<Entry> read(String streamId, long after, int limit) {
        return streams.getOrDefault(streamId, List.of()).stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean endsAt(String streamId, StreamEnd end) {
        return ends.getOrDefault(streamId, StreamEnd.START).version() == end.version();
    }

    @Override
    public synchronized CompletableFuture<Void> append(Append append) {
        if (!endsAt(append.streamId(), append.end())) {
            return CompletableFuture.failedFuture(new JournalConflict(append.streamId()));
        }
        streams.computeIfAbsent(append.streamId(), _ -> new ArrayList<>()).addAll(append.entries());
        ends.put(append.streamId(), append.after());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Map<String, Instant> wakeUps(Predicate<String> picked) {
        Map<String, Instant> due = new TreeMap<>();
        streams.forEach((stream, entries) -> {
            Instant at = entries.getLast().wakeAt();
            if (at != null && picked.test(stream)) {
                due.put(stream, at);
            }
        });
        return due;
    }
}
