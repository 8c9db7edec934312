package io.chatkeeper.sla.publishing;

import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.sla.clock.ClockEvent;
import java.util.Optional;

/// What the others learn of clocks. What ends a clock, and what will follow, stays here.
public final class ClockPublisher {
    private ClockPublisher() {}

    /// The public form of a stored event, where it is anybody else's affair.
    public static Optional<PublicEvent> publicForm(ClockEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ClockEvent.ClockSilenced _ -> null;
                    case ClockEvent.ClockRepeated e -> repeated(e);
                    case ClockEvent.ClockStarted e -> started(e);
                    case ClockEvent.ClockWarned e ->
                            new PublicClockEvent.ClockWarned(
                                    e.clockId(),
                                    e.subject(),
                                    e.clock(),
                                    e.transferId(),
                                    e.breachAt(),
                                    e.actions());
                    case ClockEvent.ClockBreached e -> breached(e);
                    case ClockEvent.ClockPaused e -> paused(e);
                    case ClockEvent.ClockResumed e -> resumed(e);
                    case ClockEvent.ClockBreachWithdrawn e -> withdrawn(e);
                    case ClockEvent.ClockMet e -> met(e);
                    case ClockEvent.ClockCancelled e ->
                            new PublicClockEvent.ClockCancelled(
                                    e.clockId(),
                                    e.subject(),
                                    e.clock(),
                                    e.transferId(),
                                    e.reason());
                });
    }

    private static PublicEvent repeated(ClockEvent.ClockRepeated e) {
        return new PublicClockEvent.ClockRepeated(
                e.clockId(),
                e.subject(),
                e.clock(),
                e.transferId(),
                e.number(),
                e.breachAt(),
                e.actions());
    }

    private static PublicEvent withdrawn(ClockEvent.ClockBreachWithdrawn e) {
        return new PublicClockEvent.ClockBreachWithdrawn(
                e.clockId(), e.subject(), e.clock(), e.transferId(), e.metAt(), e.agentId());
    }

    private static PublicEvent met(ClockEvent.ClockMet e) {
        return new PublicClockEvent.ClockMet(
                e.clockId(),
                e.subject(),
                e.clock(),
                e.transferId(),
                e.metAt(),
                e.late(),
                e.agentId());
    }

    private static PublicEvent breached(ClockEvent.ClockBreached e) {
        return new PublicClockEvent.ClockBreached(
                e.clockId(), e.subject(), e.clock(), e.transferId(), e.breachAt(), e.actions());
    }

    private static PublicEvent paused(ClockEvent.ClockPaused e) {
        return new PublicClockEvent.ClockPaused(
                e.clockId(),
                e.subject(),
                e.clock(),
                e.transferId(),
                e.pausedAt(),
                e.breachLeft(),
                e.reason());
    }

    private static PublicEvent resumed(ClockEvent.ClockResumed e) {
        return new PublicClockEvent.ClockResumed(
                e.clockId(),
                e.subject(),
                e.clock(),
                e.transferId(),
                e.resumedAt(),
                e.calendar(),
                e.warned(),
                e.warnAt(),
                e.breachAt());
    }

    private static PublicEvent started(ClockEvent.ClockStarted e) {
        return new PublicClockEvent.ClockStarted(
                e.clockId(),
                e.subject(),
                e.clock(),
                e.label(),
                e.requirement(),
                e.calendar(),
                e.desk(),
                e.agentId(),
                e.transferId(),
                e.startedAt(),
                e.warnAt(),
                e.breachAt(),
                e.zone());
    }
}
