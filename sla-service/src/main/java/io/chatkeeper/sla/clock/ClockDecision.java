package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ClockCommand;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import io.chatkeeper.sop.BusinessCalendar;
import io.chatkeeper.sop.ClockRule;
import io.chatkeeper.sop.DeskRule;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what an observation or a wake-up means for the clocks. What ends comes before what
/// starts, so that nothing ends by what started it.
final class ClockDecision {
    private ClockDecision() {}

    static List<ClockEvent> decide(Clocks clocks, ClockCommand command, Decision by, Sops sops)
            throws Refused {
        return switch (command) {
            case Observe observed -> {
                if (by.actor().kind() != ActorKind.SYSTEM) {
                    throw Refused.forbidden("not-sla", "Clocks watch; nobody tells them.");
                }
                yield observe(clocks, observed, sops);
            }
            case WakeUp _ ->
                    clocks.each().stream()
                            .flatMap(clock -> Endings.due(clock, by.at(), sops).stream())
                            .toList();
        };
    }

    private static List<ClockEvent> observe(Clocks clocks, Observe observed, Sops sops) {
        Sop sop = sops.get(observed.sop());
        List<ClockEvent> events = new ArrayList<>();
        Clocks after = clocks;
        for (Clock clock : clocks.each()) {
            List<ClockEvent> changes = Endings.by(clock, observed);
            if (changes.isEmpty()) {
                changes = Pauses.by(clock, observed, sops);
            }
            events.addAll(changes);
            for (ClockEvent change : changes) {
                after = Clocks.evolve(after, change);
            }
        }
        for (ClockRule rule : sop.clocksStartedBy(observed.occurrence())) {
            String clockId = clockId(rule, observed, after);
            if (!after.everStarted(clockId)) {
                events.add(start(clockId, rule, observed, desk(observed, after), sop));
            }
        }
        return events;
    }

    /// Where it happened, or else where the chat was when that was said last.
    private static @Nullable String desk(Observe observed, Clocks clocks) {
        return observed.desk() != null ? observed.desk() : clocks.desk();
    }

    /// Due times are computed here, once; a later version of the calendar changes nothing.
    private static ClockStarted start(
            String clockId, ClockRule rule, Observe observed, @Nullable String desk, Sop sop) {
        String name = sop.calendarOf(rule, desk);
        BusinessCalendar calendar = sop.calendar(name);
        Instant promised = rule.perFollowUp() ? observed.dueAt() : null;
        Instant breachAt =
                promised == null ? calendar.plus(observed.at(), rule.breach()) : promised;
        return new ClockStarted(
                clockId,
                observed.subject(),
                rule.name(),
                rule.label(),
                rule.requirement(),
                name,
                desk,
                observed.agentId(),
                rule.perTransfer() ? observed.transferId() : null,
                observed.at(),
                warnAt(rule, observed.at(), calendar, promised),
                breachAt,
                sop.ref(),
                rule.stop(),
                rule.cancel(),
                rule.onWarn(),
                rule.onBreach(),
                rule.perFollowUp() ? observed.followUpId() : null,
                zone(sop, desk, name),
                rule.repeat());
    }

    private static String zone(Sop sop, @Nullable String desk, String calendar) {
        DeskRule rule = desk == null ? null : sop.desks().get(desk);
        return sop.calendar(rule == null ? calendar : rule.calendar()).zone().getId();
    }

    /// Before a promise with a time of its own the warning comes as long before as the file keeps
    /// between warning and breach, but not before the promise was given.
    private static @Nullable Instant warnAt(
            ClockRule rule, Instant from, BusinessCalendar calendar, @Nullable Instant promised) {
        if (rule.warn() == null) {
            return null;
        }
        if (promised == null) {
            return calendar.plus(from, rule.warn());
        }
        Instant before = promised.minus(rule.breach().minus(rule.warn()));
        return before.isBefore(from) ? from : before;
    }

    /// A clock starts once; where each transfer or promise has its own, once for each; and one that
    /// starts again is numbered.
    private static String clockId(ClockRule rule, Observe observed, Clocks clocks) {
        String all = "clock-" + observed.subject() + "-" + rule.name() + "-";
        if (rule.perTransfer() && observed.transferId() != null) {
            return all + observed.transferId();
        }
        if (rule.perFollowUp() && observed.followUpId() != null) {
            return all + observed.followUpId();
        }
        return all + (rule.again() ? clocks.nextNumber(all) : 1);
    }
}
