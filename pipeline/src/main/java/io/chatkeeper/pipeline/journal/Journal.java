package io.chatkeeper.pipeline.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where events are stored for ever, one sequence a stream. Reading blocks its (virtual) thread.
///
/// An infrastructure failure is a [StoreUnavailable]: nothing is known about the outcome, and the
/// caller tries again.
public interface Journal {
    /// How many entries are read at once.
    int PAGE = 1_000;

    /// What a stream is built from, and where it ends: its newest snapshot and the entries behind
    /// it, or all entries where there is no snapshot of that shape.
    Stored load(String streamId, String shape);

    /// A stream as it was found.
    record Stored(@Nullable Snapshot snapshot, List<Entry> entries, StreamEnd end) {}

    /// The entries of a stream behind a sequence, in order, at most `limit`.
    List<Entry> read(String streamId, long after, int limit);

    /// All entries of a stream, in order.
    default List<Entry> readAll(String streamId) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page;
        do {
            page = read(streamId, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /// Whether the stream still ends there. A member that may have lost its partition asks before
    /// it refuses, because a refusal writes nothing that could collide.
    boolean endsAt(String streamId, StreamEnd end);

    /// Appends, if the stream still stands where the append says; otherwise the future fails with
    /// [JournalConflict] and nothing is written. Acknowledged means durable (P1).
    CompletableFuture<Void> append(Append append);

    /// Keeps a snapshot. Called before the first event of its bucket is appended; returns once it
    /// is stored. Writing it again changes nothing.
    void keep(String streamId, Snapshot snapshot);

    /// The pending wake-ups of the streams that the predicate picks.
    Map<String, Instant> wakeUps(Predicate<String> streams);
}
