package io.chatkeeper.local.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/// Makes what commands have done durable before their replies leave: takes every command that has
/// finished, commits the store once for all of them, then lets their replies go. A committed change
/// survives the death of the process; a power cut only when `Durability` says so.
///
/// It also rewrites badly filled parts of the file now and then, which is what keeps the file from
/// growing with every change.
final class GroupCommit implements Runnable {

    /// Commands whose replies may wait; a connection has one at a time.
    static final int WAITING_REPLIES_LIMIT = 10_000;

    private final BlockingQueue<Runnable> replies =
            new LinkedBlockingQueue<>(WAITING_REPLIES_LIMIT);
    private final MVStore store;
    private final Durability durability;
    private final Compaction compaction;
    private final Runnable whenBroken;

    /// `whenBroken` runs when the store could not be written; no reply leaves after that.
    GroupCommit(MVStore store, Durability durability, Runnable whenBroken) {
        this.store = store;
        this.durability = durability;
        this.compaction = new Compaction(store);
        this.whenBroken = whenBroken;
    }

    /// Lets `reply` run once everything done so far is committed.
    void afterCommit(Runnable reply) {
        try {
            replies.put(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Commits until it is interrupted.
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (commitWhatIsThere()) {
                    compaction.whileBusy();
                } else {
                    compaction.whileIdle();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // With nobody to commit, every writer would wait.
            System.err.println("The store could not be written: " + e);
            whenBroken.run();
        }
    }

    /// Whether there was something before the time for the next compaction came.
    private boolean commitWhatIsThere() throws InterruptedException {
        Runnable first = replies.poll(Compaction.EVERY_NANOS, TimeUnit.NANOSECONDS);
        if (first == null) {
            return false;
        }
        List<Runnable> ready = new ArrayList<>(List.of(first));
        replies.drainTo(ready);
        commit();
        ready.forEach(GroupCommit::leave);
        return true;
    }

    /// A store that broke under another thread is closed, and would commit nothing without a word.
    private void commit() {
        store.commit();
        if (store.isClosed()) {
            throw new IllegalStateException("it is closed");
        }
        if (durability == Durability.POWER_CUT) {
            store.sync();
        }
    }

    /// A reply that cannot leave concerns its connection only.
    private static void leave(Runnable reply) {
        try {
            reply.run();
        } catch (RuntimeException e) {
            System.err.println("A reply could not be sent: " + e);
        }
    }
}
