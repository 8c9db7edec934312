package io.chatkeeper.routing.agent;

import org.jspecify.annotations.Nullable;

/// What one of an agent's slots is held for.
sealed interface Slot {
    /// A desk or a transfer asked for it, and the chat has still to take the assignment, or has.
    record Granted(@Nullable String transferId) implements Slot {}

    /// A lead took the chat over; no assignment that comes late changes that.
    record Occupied() implements Slot {}
}
