package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.SopRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to a clock. Stored for ever: add cases, never rename one.
public sealed interface ClockEvent {
    String clockId();

    String subject();

    /// @param stop what meets the clock, as the SOP said then; so too `cancel` and the actions
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
            List<ClockAction> onBreach)
            implements ClockEvent {}

    record ClockWarned(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions)
            implements ClockEvent {}

    record ClockBreached(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant breachAt,
            List<ClockAction> actions)
            implements ClockEvent {}

    record ClockBreachWithdrawn(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt)
            implements ClockEvent {}

    record ClockMet(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            Instant metAt,
            boolean late)
            implements ClockEvent {}

    record ClockCancelled(
            String clockId,
            String subject,
            String clock,
            @Nullable String transferId,
            String reason)
            implements ClockEvent {}
}
