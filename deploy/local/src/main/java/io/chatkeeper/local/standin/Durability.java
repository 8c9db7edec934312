package io.chatkeeper.local.standin;

import org.jspecify.annotations.Nullable;

/// What an acknowledged write survives.
enum Durability {
    /// The death of the process, by whatever signal: the operating system has every byte.
    KILL(0),
    /// Also the death of the machine, as far as its disk is honest: every commit is forced to it,
    /// and space is written over only some time after it became free.
    POWER_CUT(1_000);

    private final int retentionMillis;

    Durability(int retentionMillis) {
        this.retentionMillis = retentionMillis;
    }

    int retentionMillis() {
        return retentionMillis;
    }

    /// `CHATKEEPER_STORE_SYNC=on` asks for the stronger one.
    static Durability of(@Nullable String sync) {
        return "on".equals(sync) ? POWER_CUT : KILL;
    }
}
