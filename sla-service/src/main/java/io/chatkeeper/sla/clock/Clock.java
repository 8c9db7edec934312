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
/// @param repeated how often its breach was told again
/// @param repeatAt when it is told next; null for never
record Clock(
        ClockStarted rules,
        Stage stage,
        @Nullable ClockPaused paused,
        int repeated,
        @Nullable Instant repeatAt) {
    /// A clock that has just started.
    static Clock of(ClockStarted rules) {
        return new Clock(rules, Stage.RUNNING, null, 0, null);
    }

    /// How far it has run out.
    enum Stage {
        RUNNING,
        WARNED,
        BREACHED
    }

    Clock in(Stage next) {
        return new Clock(rules, next, paused, repeated, repeatAt);
    }

    Clock repeating(int number, @Nullable Instant next) {
        return new Clock(rules, stage, paused, number, next);
    }

    Clock standing(ClockPaused how) {
        return new Clock(rules, stage, how, repeated, repeatAt);
    }

    Clock going(ClockResumed on) {
        return new Clock(rules.going(on), stage, null, repeated, repeatAt);
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

    boolean repeatDue(Instant now) {
        return repeatAt != null && !repeatAt.isAfter(now);
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
        return breached() ? repeatAt : paused != null ? null : rules.breachAt();
    }

    private @Nullable Instant warnAt() {
        return stage == Stage.RUNNING && paused == null ? rules.warnAt() : null;
    }
}
