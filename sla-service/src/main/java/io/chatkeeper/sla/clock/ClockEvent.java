package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.ClockRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to a clock. Stored for ever: add cases, never rename one.
public sealed interface ClockEvent {
    String clockId();

    String subject();

    /// @param stop what meets the clock, as the SOP said then; so too `cancel` and the actions
    /// @param followUpId the promise it is about, where it is about one
    /// @param zone the time zone of the desk; null in an event of before
    /// @param repeat how often its breach is told again; null for once
    record ClockStarted(
            String clockId,
            String subject,
            String clock,
            String label,
            String requirement,
            String calendar,
            @Nullable String desk,
            @Nullable String agentId,
            @Nullable String transferId,
            Instant startedAt,
            @Nullable Instant warnAt,
            Instant breachAt,
            SopRef sop,
            Set<Occurrence> stop,
            Set<Occurrence> cancel,
            List<ClockAction> onWarn,
            List<ClockAction> onBreach,
            @Nullable String followUpId,
            @Nullable String zone,
            ClockRule.@Nullable Repeat repeat)
            implements ClockEvent {
        ClockStarted going(ClockResumed on) {
            return new ClockStarted(
                    clockId,
                    subject,
                    clock,
                    label,
                    requirement,
                    on.calendar(),
                    desk,
                    agentId,
                    transferId,
                    startedAt,
                    on.warnAt(),
                    on.breachAt(),
                    sop,
                    stop,
                    cancel,
                    onWarn,
                    onBreach,
                    followUpId,
                    zone,
                    repeat);
        }
    }

    /// @param calendar by which it will go on
    /// @param warnLeft the working time left until the warning; null if none is due any more
    record ClockPaused(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant pausedAt,
            String calendar,
            @Nullable Duration warnLeft,
            Duration breachLeft,
            String reason)
            implements ClockEvent {}

    record ClockResumed(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant resumedAt,
            String calendar,
            boolean warned,
            @Nullable Instant warnAt,
            Instant breachAt)
            implements ClockEvent {}

    record ClockWarned(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions)
            implements ClockEvent {}

    /// @param repeatAt when its actions are to be done again; null for never
    record ClockBreached(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions,
            @Nullable Instant repeatAt)
            implements ClockEvent {}

    /// It is broken still.
    ///
    /// @param number how often this was said by now, from 1
    /// @param repeatAt when it is said next; null for never
    record ClockRepeated(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            int number,
            Instant breachAt,
            List<ClockAction> actions,
            @Nullable Instant repeatAt)
            implements ClockEvent {}

    /// What it was about is over; it stays broken, but nobody is told again.
    record ClockSilenced(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            String reason)
            implements ClockEvent {}

    record ClockBreachWithdrawn(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt,
            @Nullable String agentId)
            implements ClockEvent {}

    record ClockMet(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt,
            boolean late,
            @Nullable String agentId)
            implements ClockEvent {}

    record ClockCancelled(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            String reason)
            implements ClockEvent {}
}
