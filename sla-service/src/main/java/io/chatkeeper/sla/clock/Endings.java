package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.sla.clock.ClockEvent.*;
import io.chatkeeper.sop.ClockRule;
import io.chatkeeper.sop.Sops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How one clock runs out or ends. What counts is when something happened, not when it is decided:
/// a stop in time that comes late takes the breach back, and a stop that was late breaches first,
/// even if the wake-up is still on its way (P7).
final class Endings {
    private Endings() {}

    /// What follows from the time alone.
    ///
    /// @param sops tell the calendar by which a breach is told again
    static List<ClockEvent> due(Clock clock, Instant now, Sops sops) {
        List<ClockEvent> events = new ArrayList<>();
        if (clock.warnDue(now)) {
            events.add(warned(clock.rules()));
        }
        if (clock.breachDue(now)) {
            events.add(breached(clock.rules(), repeatAt(clock.rules(), 0, now, sops)));
        }
        if (clock.repeatDue(now)) {
            events.add(repeated(clock, now, sops));
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
                    : List.of(breached(rules, null), met(rules, observed, true));
        }
        return List.of(clock.breached() ? withdrawn(rules, observed) : met(rules, observed, false));
    }

    /// What was pointless only after the limit had run out, stays breached.
    private static List<ClockEvent> cancelled(Clock clock, Observe observed) {
        ClockStarted rules = clock.rules();
        if (clock.isLate(observed.at())) {
            return late(clock, word(observed.occurrence()));
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

    private static List<ClockEvent> late(Clock clock, String reason) {
        ClockStarted rules = clock.rules();
        if (!clock.breached()) {
            return List.of(breached(rules, null));
        }
        return clock.repeatAt() == null
                ? List.of()
                : List.of(
                        new ClockSilenced(
                                rules.clockId(),
                                rules.subject(),
                                rules.clock(),
                                rules.transferId(),
                                reason));
    }

    /// Counted from when it was told, not from when it was due: after an outage nobody is told
    /// everything that was missed at once.
    private static @Nullable Instant repeatAt(
            ClockStarted rules, int told, Instant now, Sops sops) {
        ClockRule.Repeat repeat = rules.repeat();
        return repeat == null || told >= repeat.most()
                ? null
                : sops.get(rules.sop()).calendar(rules.calendar()).plus(now, repeat.every());
    }

    private static ClockEvent repeated(Clock clock, Instant now, Sops sops) {
        ClockStarted rules = clock.rules();
        int number = clock.repeated() + 1;
        return new ClockRepeated(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                number,
                rules.breachAt(),
                rules.onBreach(),
                repeatAt(rules, number, now, sops));
    }

    static ClockEvent breached(ClockStarted rules, @Nullable Instant repeatAt) {
        return new ClockBreached(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                rules.breachAt(),
                rules.onBreach(),
                repeatAt);
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
