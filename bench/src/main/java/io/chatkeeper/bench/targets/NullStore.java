package io.chatkeeper.bench.targets;

import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.JournalConflict;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// A journal that acknowledges at once and remembers nothing but where each stream ends. What the
/// pipeline can do with it is what the pipeline costs without its store.
final class NullStore implements Journal {
    private final Map<String, StreamEnd> ends = new ConcurrentHashMap<>();

    @Override
    public Stored load(String streamId, String shape) {
        return new Stored(null, List.of(), end(streamId));
    }

    private StreamEnd end(String streamId) {
        return ends.getOrDefault(streamId, StreamEnd.START);
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        return List.of();
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        return end(streamId).version() == end.version();
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        if (!endsAt(append.streamId(), append.end())) {
            return CompletableFuture.failedFuture(new JournalConflict(append.streamId()));
        }
        ends.put(append.streamId(), append.after());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        // A chat of the bench is never loaded a second time.
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        return Map.of();
    }
}
