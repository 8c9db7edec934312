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
        for (Clock clock : clocks.each()) {
            events.addAll(Endings.by(clock, observed));
        }
        for (ClockRule rule : sop.clocksStartedBy(observed.occurrence())) {
            if (!clocks.everStarted(clockId(rule, observed))) {
                events.add(start(rule, observed, sop));
            }
        }
        return events;
    }

    /// Due times are computed here, once; a later version of the calendar changes nothing.
    private static ClockStarted start(ClockRule rule, Observe observed, Sop sop) {
        BusinessCalendar calendar = sop.calendar(rule.calendar());
        return new ClockStarted(
                clockId(rule, observed),
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

    /// A clock starts once, and where each transfer has its own, once a transfer.
    private static String clockId(ClockRule rule, Observe observed) {
        boolean own = rule.perTransfer() && observed.transferId() != null;
        String which = own ? observed.transferId() : "1";
        return "clock-" + observed.subject() + "-" + rule.name() + "-" + which;
    }
}
