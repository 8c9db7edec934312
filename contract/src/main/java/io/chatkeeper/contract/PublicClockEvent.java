package io.chatkeeper.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has happened to the clocks of a subject.
public sealed interface PublicClockEvent extends PublicEvent {
    String clockId();

    String subject();

    /// @param clock its name in the SOP file; `label` is what people read
    /// @param desk where it started, if that is known
    /// @param zone the time zone of that desk, in which its days are counted; null in an event of
    ///   before
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
            @Nullable String zone)
            implements PublicClockEvent {}

    record ClockWarned(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions)
            implements PublicClockEvent {}

    record ClockBreached(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions)
            implements PublicClockEvent {}

    /// It is broken still, and the procedure wants its actions done again.
    ///
    /// @param number how often by now, from 1
    record ClockRepeated(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            int number,
            Instant breachAt,
            List<ClockAction> actions)
            implements PublicClockEvent {}

    /// It stands still; neither warning nor breach is due.
    ///
    /// @param remaining the working time left until the breach
    record ClockPaused(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant pausedAt,
            Duration remaining,
            String reason)
            implements PublicClockEvent {}

    /// It runs again, with what was left.
    ///
    /// @param warned whether it had warned before it stood still
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
            implements PublicClockEvent {}

    /// The stop had happened in time and only came late (P7); the clock counts as kept.
    ///
    /// @param agentId whose act it was, where it was an agent's
    record ClockBreachWithdrawn(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt,
            @Nullable String agentId)
            implements PublicClockEvent {}

    /// @param agentId whose act met it, where it was an agent's
    record ClockMet(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt,
            boolean late,
            @Nullable String agentId)
            implements PublicClockEvent {}

    record ClockCancelled(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            String reason)
            implements PublicClockEvent {}
}
