package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A journal that counts what is asked of it and can be told to fail.
final class FlakyJournal implements Journal {
    private final Journal kept = new InMemoryJournal();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private int appends;
    private int loads;
    private int lostBefore;
    private int lostAfter;

    /// The next appends don't reach the store.
    void loseAppends(int count) {
        lostBefore = count;
    }

    /// The next appends reach the store, but nobody learns of it.
    void loseAcknowledgements(int count) {
        lostAfter = count;
    }

    int appends() {
        return appends;
    }

    int loads() {
        return loads;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    @Override
    public Stored load(String streamId, String shape) {
        loads++;
        return kept.load(streamId, shape);
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        return kept.read(streamId, after, limit);
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        return kept.endsAt(streamId, end);
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        appends++;
        if (lostBefore > 0) {
            lostBefore--;
            return away();
        }
        CompletableFuture<Void> written = kept.append(append);
        if (lostAfter > 0) {
            lostAfter--;
            return away();
        }
        return written;
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        snapshots.add(snapshot);
        kept.keep(streamId, snapshot);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        return kept.wakeUps(streams);
    }

    private static CompletableFuture<Void> away() {
        return CompletableFuture.failedFuture(
                new StoreUnavailable("the store is away", new IOException("spec")));
    }
}
