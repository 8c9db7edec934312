package io.chatkeeper.chat.rehearsal;

import io.chatkeeper.chat.rehearsal.Scenario.Step;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sop.Sop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The scenarios in which a rule refuses something, as commands that any way in can carry.
public final class Tales {
    private static final Instant NOON = Instant.parse("2026-11-26T17:00:00Z");

    /// Somebody sends a command.
    public record Move(Instant at, Actor actor, ChatCommand command) {}

    /// @param given what went before and was accepted
    /// @param when what is refused
    /// @param rules that refuse it
    public record Tale(String name, Sop sop, List<Move> given, Move when, List<String> rules) {}

    private Tales() {}

    /// The scenarios of a file that end with a violation.
    public static List<Tale> refused(Sop sop, String yaml) {
        return Scenarios.read(yaml).stream()
                .filter(scenario -> !scenario.then().violates().isEmpty())
                .map(scenario -> tale(sop, scenario))
                .toList();
    }

    private static Tale tale(Sop sop, Scenario scenario) {
        Commands commands = new Commands(sop);
        List<Step> steps = new ArrayList<>(scenario.given());
        steps.add(scenario.when());
        List<Move> moves = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.who().equals("after")) {
                now = now.plus(Duration.parse(step.does()));
                moves.add(new Move(now, Actor.system("wake-up"), new WakeUp(Commands.CHAT, now)));
            } else {
                moves.add(new Move(now, Rehearsal.actor(step.who()), commands.of(step, i + 1)));
            }
        }
        return new Tale(
                sop.ref().id() + ": " + scenario.name(),
                sop,
                List.copyOf(moves.subList(0, moves.size() - 1)),
                moves.getLast(),
                scenario.then().violates());
    }
}
