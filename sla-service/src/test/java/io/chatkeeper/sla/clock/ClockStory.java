package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ClockCommand;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.sop.Sops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What has happened to the clocks of one chat so far; each command is decided on that, and goes on
/// from there.
final class ClockStory {
    private final Sops sops;
    private final List<ClockEvent> history = new ArrayList<>();

    ClockStory(Sops sops) {
        this.sops = sops;
    }

    List<ClockEvent> when(ClockCommand command, Actor actor, Instant now) throws Refused {
        Decision by = new Decision(now, actor, "c1");
        List<ClockEvent> events = ClockDecision.decide(state(), command, by, sops);
        history.addAll(events);
        return events;
    }

    List<ClockEvent> when(ClockCommand command, Instant now) throws Refused {
        return when(command, Actor.system("test"), now);
    }

    Clocks state() {
        Clocks clocks = Clocks.NONE;
        for (ClockEvent event : history) {
            clocks = Clocks.evolve(clocks, event);
        }
        return clocks;
    }

    void beginAgain() {
        history.clear();
    }
}
