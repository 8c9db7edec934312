package io.chatkeeper.local.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/// Makes what commands have done durable before their replies leave: takes every command that has
/// finished, commits the store once for all of them, then lets their replies go. A committed change
/// survives the death of the process (not a power cut: nothing is forced to the disk).
///
/// It also rewrites badly filled parts of the file now and then, which is what keeps the file from
/// growing with every change.
final class GroupCommit implements Runnable {

    /// Commands whose replies may wait; a connection has one at a time.
    static final int WAITING_REPLIES_LIMIT = 10_000;

    private static final long COMPACT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int COMPACT_BELOW_PERCENT_FILLED = 60;
    private static final int COMPACT_BYTES_AT_ONCE = 4 * 1024 * 1024;

    private static final int IDLE_STEP_MILLIS = 100;
    private static final int IDLE_STEPS = 20;

    private final BlockingQueue<Runnable> replies =
            new LinkedBlockingQueue<>(WAITING_REPLIES_LIMIT);
    private final MVStore store;
    private final Runnable whenBroken;
    private long compactedAt = System.nanoTime();
    private int idleSteps;

    /// `whenBroken` runs when the store could not be written; no reply leaves after that.
    GroupCommit(MVStore store, Runnable whenBroken) {
        this.store = store;
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

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (commitWhatIsThere()) {
                    compactIfDue();
                } else {
                    giveSpaceBack();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.err.println("The store could not be written: " + e);
            whenBroken.run();
        }
    }

    /// Whether there was something before the time for the next compaction came.
    private boolean commitWhatIsThere() throws InterruptedException {
        Runnable first = replies.poll(COMPACT_EVERY_NANOS, TimeUnit.NANOSECONDS);
        if (first == null) {
            return false;
        }
        List<Runnable> ready = new ArrayList<>(List.of(first));
        replies.drainTo(ready);
        store.commit();
        idleSteps = 0;
        ready.forEach(Runnable::run);
        return true;
    }

    private void compactIfDue() {
        if (System.nanoTime() - compactedAt > COMPACT_EVERY_NANOS) {
            store.compact(COMPACT_BELOW_PERCENT_FILLED, COMPACT_BYTES_AT_ONCE);
            store.commit();
            compactedAt = System.nanoTime();
        }
    }

    /// When nobody writes, the file is made smaller, in steps short enough for a writer who comes
    /// just then.
    private void giveSpaceBack() {
        if (idleSteps < IDLE_STEPS) {
            idleSteps++;
            store.compactFile(IDLE_STEP_MILLIS);
        }
    }
}
