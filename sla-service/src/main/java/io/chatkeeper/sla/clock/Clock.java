package io.chatkeeper.sla.clock;

import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock that nothing has ended yet.
record Clock(ClockStarted rules, Stage stage) {
    /// How far it has run out.
    enum Stage {
        RUNNING,
        WARNED,
        BREACHED
    }

    Clock in(Stage next) {
        return new Clock(rules, next);
    }

    boolean breached() {
        return stage == Stage.BREACHED;
    }

    /// A limit is kept up to and including its last moment.
    boolean isLate(Instant at) {
        return at.isAfter(rules.breachAt());
    }

    boolean warnDue(Instant now) {
        Instant at = warnAt();
        return at != null && !at.isAfter(now);
    }

    boolean breachDue(Instant now) {
        return !breached() && !rules.breachAt().isAfter(now);
    }

    /// A transfer's clock hears what is about its transfer, and what is about none.
    boolean isConcernedBy(@Nullable String transferId) {
        return transferId == null
                || rules.transferId() == null
                || transferId.equals(rules.transferId());
    }

    /// When it wants to be woken next; null for never.
    @Nullable Instant wakeAt() {
        Instant warn = warnAt();
        if (warn != null) {
            return warn.isBefore(rules.breachAt()) ? warn : rules.breachAt();
        }
        return breached() ? null : rules.breachAt();
    }

    private @Nullable Instant warnAt() {
        return stage == Stage.RUNNING ? rules.warnAt() : null;
    }
}
