package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.sla.clock.ClockEvent.ClockPaused;
import io.chatkeeper.sla.clock.ClockEvent.ClockResumed;
import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import io.chatkeeper.sop.BusinessCalendar;
import io.chatkeeper.sop.ClockRule;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a clock stands still and goes on, and how it changes its calendar with the desk. The version
/// under which the clock started decides. A pause in time that comes late takes the breach back;
/// the clock ends with that, as kept.
final class Pauses {
    private static final String OTHER_DESK = "other-desk";

    private Pauses() {}

    static List<ClockEvent> by(Clock clock, Observe observed, Sops sops) {
        if (!clock.isConcernedBy(observed)) {
            return List.of();
        }
        Sop sop = sops.get(clock.rules().sop());
        ClockRule rule = sop.clock(clock.rules().clock());
        if (rule.pause().contains(observed.occurrence())) {
            return paused(clock, observed, sop);
        }
        String calendar = calendar(clock, rule, observed, sop);
        if (clock.paused() != null && rule.resume().contains(observed.occurrence())) {
            return List.of(resumed(clock, clock.paused(), observed.at(), calendar, sop));
        }
        return calendar.equals(current(clock))
                ? List.of()
                : moved(clock, observed.at(), calendar, sop);
    }

    private static String current(Clock clock) {
        return clock.paused() == null ? clock.rules().calendar() : clock.paused().calendar();
    }

    private static String calendar(Clock clock, ClockRule rule, Observe observed, Sop sop) {
        return rule.movesWithDesk()
                        && observed.desk() != null
                        && ClockRule.MOVES.contains(observed.occurrence())
                ? sop.calendarOf(rule, observed.desk())
                : current(clock);
    }

    private static List<ClockEvent> paused(Clock clock, Observe observed, Sop sop) {
        if (clock.paused() != null) {
            return List.of();
        }
        if (clock.isLate(observed.at())) {
            return clock.breached() ? List.of() : List.of(Endings.breached(clock.rules(), null));
        }
        return List.of(
                clock.breached()
                        ? Endings.withdrawn(clock.rules(), observed)
                        : halted(
                                clock,
                                observed.at(),
                                current(clock),
                                sop,
                                Endings.word(observed.occurrence())));
    }

    private static List<ClockEvent> moved(Clock clock, Instant at, String calendar, Sop sop) {
        if (clock.paused() != null) {
            ClockPaused before = clock.paused();
            return List.of(
                    new ClockPaused(
                            before.clockId(),
                            before.subject(),
                            before.clock(),
                            before.transferId(),
                            before.pausedAt(),
                            calendar,
                            before.warnLeft(),
                            before.breachLeft(),
                            before.reason()));
        }
        if (clock.breached() || clock.isLate(at)) {
            return List.of();
        }
        ClockPaused halted = halted(clock, at, calendar, sop, OTHER_DESK);
        return List.of(halted, resumed(clock, halted, at, calendar, sop));
    }

    private static ClockPaused halted(
            Clock clock, Instant at, String calendar, Sop sop, String reason) {
        ClockStarted rules = clock.rules();
        BusinessCalendar until = sop.calendar(rules.calendar());
        Instant warnAt = clock.stage() == Clock.Stage.RUNNING ? rules.warnAt() : null;
        return new ClockPaused(
                rules.clockId(),
                rules.subject(),
                rules.clock(),
                rules.transferId(),
                at,
                calendar,
                warnAt == null ? null : until.between(at, warnAt),
                until.between(at, rules.breachAt()),
                reason);
    }

    private static ClockResumed resumed(
            Clock clock, ClockPaused from, Instant at, String calendar, Sop sop) {
        BusinessCalendar on = sop.calendar(calendar);
        return new ClockResumed(
                from.clockId(),
                from.subject(),
                from.clock(),
                from.transferId(),
                at,
                calendar,
                clock.stage() == Clock.Stage.WARNED,
                later(on, at, from.warnLeft()),
                on.plus(at, from.breachLeft()));
    }

    private static @Nullable Instant later(
            BusinessCalendar calendar, Instant at, @Nullable Duration left) {
        return left == null ? null : calendar.plus(at, left);
    }
}
