package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.sla.clock.ClockEvent.ClockPaused;
import io.chatkeeper.sla.clock.ClockEvent.ClockResumed;
import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock that nothing has ended yet.
///
/// @param paused how it stands still; null while it runs
record Clock(ClockStarted rules, Stage stage, @Nullable ClockPaused paused) {
    /// How far it has run out.
    enum Stage {
        RUNNING,
        WARNED,
        BREACHED
    }

    Clock in(Stage next) {
        return new Clock(rules, next, paused);
    }

    Clock standing(ClockPaused how) {
        return new Clock(rules, stage, how);
    }

    Clock going(ClockResumed on) {
        return new Clock(rules.going(on), stage, null);
    }

    boolean breached() {
        return stage == Stage.BREACHED;
    }

    /// A limit is kept up to and including its last moment.
    boolean isLate(Instant at) {
        return paused == null && at.isAfter(rules.breachAt());
    }

    boolean warnDue(Instant now) {
        Instant at = warnAt();
        return at != null && !at.isAfter(now);
    }

    boolean breachDue(Instant now) {
        return !breached() && paused == null && !rules.breachAt().isAfter(now);
    }

    /// A transfer's clock hears what is about its transfer, and what is about none; so does that of
    /// a promise.
    boolean isConcernedBy(Observe observed) {
        return agree(rules.transferId(), observed.transferId())
                && agree(rules.followUpId(), observed.followUpId());
    }

    private static boolean agree(@Nullable String ours, @Nullable String theirs) {
        return ours == null || theirs == null || ours.equals(theirs);
    }

    /// When it wants to be woken next; null for never.
    @Nullable Instant wakeAt() {
        Instant warn = warnAt();
        if (warn != null) {
            return warn.isBefore(rules.breachAt()) ? warn : rules.breachAt();
        }
        return breached() || paused != null ? null : rules.breachAt();
    }

    private @Nullable Instant warnAt() {
        return stage == Stage.RUNNING && paused == null ? rules.warnAt() : null;
    }
}
