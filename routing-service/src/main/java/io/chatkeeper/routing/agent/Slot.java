package io.chatkeeper.routing.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one of an agent's slots is held for.
sealed interface Slot {
    /// A desk or a transfer asked for it, and the chat has still to take the assignment, or has.
    ///
    /// @param grants how often it was granted for the same: a chat that was closed and reopened may
    ///   have been offered twice, and each assignment is taken or given back by itself
    record Granted(@Nullable String transferId, int grants) implements Slot {}

    /// The agent is being asked whether they take it.
    ///
    /// @param answerBy from then on the desk asks somebody else
    /// @param silences after how many offers in a row without an answer the agent counts as away
    /// @param offer which of the desk's offers it is
    record Held(
            String desk,
            @Nullable String transferId,
            Instant answerBy,
            int silences,
            @Nullable Long offer)
            implements Slot {}

    /// A lead took the chat over; no assignment that comes late changes that.
    record Occupied() implements Slot {}
}
