package io.chatkeeper.contract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is to be done because a clock warned or breached.
public sealed interface ClockAction {
    /// Tell somebody: `receiver`, `responsible`, `desk` or `lead`.
    record Notify(String target) implements ClockAction {}

    /// Go up the ladder to this role, and tell the customer by when and through whom (R95).
    record Escalate(Role to, @Nullable Duration timeline, @Nullable String contact)
            implements ClockAction {}
}
