package io.chatkeeper.routing.agent;

import org.jspecify.annotations.Nullable;

/// What one of an agent's slots is held for.
sealed interface Slot {
    /// A desk or a transfer asked for it, and the chat has still to take the assignment, or has.
    ///
    /// @param grants how often it was granted for the same: a chat that was closed and reopened may
    ///   have been offered twice, and each assignment is taken or given back by itself
    record Granted(@Nullable String transferId, int grants) implements Slot {}

    /// A lead took the chat over; no assignment that comes late changes that.
    record Occupied() implements Slot {}
}
