package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A process's way to the journal: slow, now and then unavailable, and sometimes it says that a
/// write failed although it happened, or will happen yet.
final class FaultyJournal implements Journal {
    private final Journal journal;
    private final Life life;
    private final Life store;
    private final Scheduler scheduler;
    private final Faults faults;

    FaultyJournal(Journal journal, Life life, Life store, Scheduler scheduler, Faults faults) {
        this.journal = journal;
        this.life = life;
        this.store = store;
        this.scheduler = scheduler;
        this.faults = faults;
    }

    @Override
    public Stored load(String streamId, String shape) {
        ask(Step.BEFORE_LOAD);
        Stored stored = journal.load(streamId, shape);
        life.waitFor(faults.delay());
        life.reach(Step.BEFORE_CACHE_FILL);
        return stored;
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        ask(Step.BEFORE_READ);
        return journal.read(streamId, after, limit);
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        ask(Step.BEFORE_CONFIRM);
        return journal.endsAt(streamId, end);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        ask(Step.BEFORE_LOAD);
        return journal.wakeUps(streams);
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        ask(Step.BEFORE_SNAPSHOT);
        journal.keep(streamId, snapshot);
        life.reach(Step.AFTER_SNAPSHOT);
        if (faults.storeFails()) {
            throw unavailable();
        }
    }

    private void ask(Step step) {
        life.reach(step);
        life.waitFor(faults.delay());
        if (faults.storeFails()) {
            throw unavailable();
        }
    }

    private static StoreUnavailable unavailable() {
        return new StoreUnavailable("simulated", new IOException("no answer"));
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        life.reach(Step.BEFORE_APPEND);
        var answer = new CompletableFuture<Void>();
        boolean fails = faults.storeFails();
        boolean happens = !fails || faults.happensAnyway();
        if (fails) {
            scheduler.in(faults.delay(), life, () -> answer.completeExceptionally(unavailable()));
        }
        if (happens) {
            scheduler.in(
                    fails ? faults.lateness() : faults.delay(), store, () -> write(append, answer));
        }
        return answer;
    }

    private void write(Append append, CompletableFuture<Void> answer) {
        if (life.isDead() && faults.breaks()) {
            return;
        }
        CompletableFuture<Void> written = journal.append(append);
        scheduler.in(
                faults.delay(),
                life,
                () -> {
                    if (life.survives(Step.AFTER_APPEND)) {
                        written.whenComplete((_, failure) -> answer(answer, failure));
                    }
                });
    }

    private static void answer(
            CompletableFuture<Void> answer, @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(null);
        } else {
            answer.completeExceptionally(failure);
        }
    }
}
