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
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.util.ArrayList;
import java.util.List;

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
                yield observe(clocks, observed, sops.get(observed.sop()));
            }
            case WakeUp _ ->
                    clocks.each().stream()
                            .flatMap(clock -> Endings.due(clock, by.at()).stream())
                            .toList();
        };
    }

    private static List<ClockEvent> observe(Clocks clocks, Observe observed, Sop sop) {
        List<ClockEvent> events = new ArrayList<>();
        Clocks after = clocks;
        for (Clock clock : clocks.each()) {
            List<ClockEvent> endings = Endings.by(clock, observed);
            events.addAll(endings);
            for (ClockEvent ending : endings) {
                after = Clocks.evolve(after, ending);
            }
        }
        for (ClockRule rule : sop.clocksStartedBy(observed.occurrence())) {
            String clockId = clockId(rule, observed, after);
            if (!after.everStarted(clockId)) {
                events.add(start(clockId, rule, observed, sop));
            }
        }
        return events;
    }

    /// Due times are computed here, once; a later version of the calendar changes nothing.
    private static ClockStarted start(String clockId, ClockRule rule, Observe observed, Sop sop) {
        BusinessCalendar calendar = sop.calendar(rule.calendar());
        return new ClockStarted(
                clockId,
                observed.subject(),
                rule.name(),
                rule.label(),
                rule.requirement(),
                rule.calendar(),
                observed.desk(),
                observed.agentId(),
                rule.perTransfer() ? observed.transferId() : null,
                observed.at(),
                rule.warn() == null ? null : calendar.plus(observed.at(), rule.warn()),
                calendar.plus(observed.at(), rule.breach()),
                sop.ref(),
                rule.stop(),
                rule.cancel(),
                rule.onWarn(),
                rule.onBreach());
    }

    /// A clock starts once; where each transfer has its own, once a transfer; and one that starts
    /// again is numbered.
    private static String clockId(ClockRule rule, Observe observed, Clocks clocks) {
        String all = "clock-" + observed.subject() + "-" + rule.name() + "-";
        if (rule.perTransfer() && observed.transferId() != null) {
            return all + observed.transferId();
        }
        return all + (rule.again() ? clocks.nextNumber(all) : 1);
    }
}
