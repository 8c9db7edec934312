package io.chatkeeper.contract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is to be done because a clock warned or breached. Each kind has fields that no other has:
/// by them they are told apart where they are stored.
public sealed interface ClockAction {
    /// Tell somebody: `receiver`, `responsible`, `desk` or `lead`.
    record Notify(String target) implements ClockAction {}

    /// Go up the ladder, and tell the customer by when and through whom (R95).
    ///
    /// @param to this role; null with `up`
    /// @param up true for one step above whoever was asked before; otherwise null
    record Escalate(
            @Nullable Role to,
            @Nullable Duration timeline,
            @Nullable String contact,
            @Nullable Boolean up)
            implements ClockAction {
        /// To a role of the ladder.
        public Escalate(Role to, @Nullable Duration timeline, @Nullable String contact) {
            this(to, timeline, contact, null);
        }
    }

    /// Tell the customer in the procedure's words.
    record Inform(String message) implements ClockAction {}

    /// Take a transfer from a receiver who does not take it, and look for another one.
    ///
    /// @param lookAt where: `desk`, the one the transfer went to
    record Reassign(String lookAt) implements ClockAction {}
}
