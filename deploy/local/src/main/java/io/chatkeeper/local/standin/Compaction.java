package io.chatkeeper.local.standin;

import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/// Keeps the file small: rewrites its badly filled parts between commits while there is traffic,
/// and gives space back when there is none.
final class Compaction {

    static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int BELOW_PERCENT_FILLED = 60;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;

    /// Short enough for a writer who comes just then.
    private static final int IDLE_STEP_MILLIS = 100;

    private static final int IDLE_STEPS = 20;

    private final MVStore store;
    private final int retentionMillis;
    private long compactedAt = System.nanoTime();
    private int idleSteps;

    Compaction(MVStore store) {
        this.store = store;
        this.retentionMillis = store.getRetentionTime();
    }

    /// Called after every commit; does something once a second.
    void whileBusy() {
        idleSteps = 0;
        if (System.nanoTime() - compactedAt > EVERY_NANOS) {
            store.compact(BELOW_PERCENT_FILLED, BYTES_AT_ONCE);
            store.commit();
            compactedAt = System.nanoTime();
        }
    }

    /// Called about once a second while nobody writes; a while later there is nothing left to do.
    void whileIdle() {
        if (idleSteps < IDLE_STEPS) {
            idleSteps++;
            store.compactFile(IDLE_STEP_MILLIS);
            store.setRetentionTime(retentionMillis); // Compacting a file sets it to zero.
        }
    }
}
