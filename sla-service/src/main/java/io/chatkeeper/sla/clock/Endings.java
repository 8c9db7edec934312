package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.sla.clock.ClockEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How one clock runs out or ends. What counts is when something happened, not when it is decided:
/// a stop in time that comes late takes the breach back, and a stop that was late breaches first,
/// even if the wake-up is still on its way (P7).
final class Endings {
    private Endings() {}

    /// What follows from the time alone.
    static List<ClockEvent> due(Clock clock, Instant now) {
        List<ClockEvent> events = new ArrayList<>();
        if (clock.warnDue(now)) {
            events.add(warned(clock.rules()));
        }
        if (clock.breachDue(now)) {
            events.add(breached(clock.rules()));
        }
        return events;
    }

    /// What follows from something that happened.
    static List<ClockEvent> by(Clock clock, Observe observed) {
        if (!clock.isConcernedBy(observed)) {
            return List.of();
        }
        if (clock.rules().stop().contains(observed.occurrence())) {
            return stopped(clock, observed);
        }
        return clock.rules().cancel().contains(observed.occurrence())
                ? cancelled(clock, observed)
                : List.of();
    }

    private static List<ClockEvent> stopped(Clock clock, Observe observed) {
        ClockStarted rules = clock.rules();
        if (clock.isLate(observed.at())) {
            return clock.breached()
                    ? List.of(met(rules, observed, true))
                    : List.of(breached(rules), met(rules, observed, true));
        }
        return List.of(clock.breached() ? withdrawn(rules, observed) : met(rules, observed, false));
    }

    /// What was pointless only after the limit had run out, stays breached.
    private static List<ClockEvent> cancelled(Clock clock, Observe observed) {
        ClockStarted rules = clock.rules();
        if (clock.isLate(observed.at())) {
            return clock.breached() ? List.of() : List.of(breached(rules));
        }
        ClockEvent cancelled =
                new ClockCancelled(
                        rules.clockId(),
                        rules.subject(),
                        rules.clock(),
                        rules.transferId(),
                        word(observed.occurrence()));
        return clock.breached()
                ? List.of(withdrawn(rules, observed), cancelled)
                : List.of(cancelled);
    }

    private static ClockEvent warned(ClockStarted rules) {
        return new ClockWarned(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                rules.breachAt(),
                rules.onWarn());
    }

    static ClockEvent breached(ClockStarted rules) {
        return new ClockBreached(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                rules.breachAt(),
                rules.onBreach());
    }

    static ClockEvent withdrawn(ClockStarted rules, Observe observed) {
        return new ClockBreachWithdrawn(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                observed.at(),
                observed.agentId());
    }

    private static ClockEvent met(ClockStarted rules, Observe observed, boolean late) {
        return new ClockMet(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                observed.at(),
                late,
                observed.agentId());
    }

    /// The word as the SOP file writes it.
    static String word(Occurrence occurrence) {
        return occurrence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
