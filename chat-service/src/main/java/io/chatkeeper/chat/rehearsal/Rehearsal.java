package io.chatkeeper.chat.rehearsal;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.ChatRehearsal;
import io.chatkeeper.chat.rehearsal.Scenario.Expectation;
import io.chatkeeper.chat.rehearsal.Scenario.Step;
import io.chatkeeper.chat.rehearsal.Scenarios.Unreadable;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Plays scenarios under one version of a procedure.
final class Rehearsal {
    private static final Instant NOON = Instant.parse("2026-11-26T17:00:00Z");
    private static final String TIME = "after";

    /// Who may appear in a scenario, besides visitor and system.
    private static final Map<String, Role> CAST =
            Map.of(
                    "casey", Role.CSR,
                    "cam", Role.CSR,
                    "lee", Role.SPECIALIST,
                    "lou", Role.SPECIALIST,
                    "morgan", Role.LEAD,
                    "sam", Role.SUPERVISOR,
                    "max", Role.MANAGER);

    private static final StoredEvents<ChatEvent> STORED = StoredEvents.of("chat", ChatEvent.class);

    private final Commands commands;
    private final SopRegister sops = new SopRegister();

    Rehearsal(Sop sop) {
        this.commands = new Commands(sop);
        this.sops.add(sop);
    }

    /// What is wrong; nothing if the scenario ends as it says.
    Optional<String> play(Scenario scenario) {
        Play play = new Play();
        try {
            for (Step step : scenario.given()) {
                play.act(step);
            }
        } catch (Refused refused) {
            return Optional.of("what is given is refused: " + told(refused.refusal()));
        } catch (Unreadable unreadable) {
            return Optional.of(Objects.requireNonNull(unreadable.getMessage()));
        }
        try {
            return judged(scenario.then(), play.act(scenario.when()));
        } catch (Refused refused) {
            return judged(scenario.then(), refused.refusal());
        } catch (Unreadable unreadable) {
            return Optional.of(Objects.requireNonNull(unreadable.getMessage()));
        }
    }

    private static Optional<String> judged(Expectation then, List<ChatEvent> events) {
        Optional<Refusal> refused =
                events.stream()
                        .filter(ChatEvent.NoteRefused.class::isInstance)
                        .map(event -> ((ChatEvent.NoteRefused) event).refusal())
                        .findFirst();
        if (refused.isPresent()) {
            return judged(then, refused.get());
        }
        List<String> happened = events.stream().map(Rehearsal::word).toList();
        boolean asTold =
                then.violates().isEmpty()
                        && then.refused().isEmpty()
                        && inOrder(then.happens(), happened);
        return asTold ? Optional.empty() : Optional.of("it happened: " + happened);
    }

    private static Optional<String> judged(Expectation then, Refusal refusal) {
        List<String> broken = refusal.violations().stream().map(Violation::ruleId).toList();
        boolean asTold =
                broken.isEmpty()
                        ? refusal.code().equals(then.refused())
                        : !then.violates().isEmpty() && broken.containsAll(then.violates());
        return asTold ? Optional.empty() : Optional.of("it is refused: " + told(refusal));
    }

    private static boolean inOrder(List<String> wanted, List<String> happened) {
        int next = 0;
        for (String event : happened) {
            if (next < wanted.size() && wanted.get(next).equals(event)) {
                next++;
            }
        }
        return next == wanted.size() && (!wanted.isEmpty() || happened.isEmpty());
    }

    private static String told(Refusal refusal) {
        List<String> broken = refusal.violations().stream().map(Violation::ruleId).toList();
        return broken.isEmpty() ? refusal.code() : String.join(", ", broken);
    }

    private static String word(ChatEvent event) {
        return STORED.nameOf(event.getClass())
                .replace("io.chatkeeper.chat.", "")
                .replace(".v1", "");
    }

    /// Who acts under a name of the cast.
    ///
    /// @throws Unreadable if nobody is called so
    static Actor actor(String who) {
        return switch (who) {
            case "visitor" -> Actor.visitor(Commands.CHAT);
            case "system" -> Actor.system("rehearsal");
            default -> {
                Role role = CAST.get(who);
                if (role == null) {
                    String cast = String.join(", ", new TreeSet<>(CAST.keySet()));
                    throw new Unreadable(
                            "nobody is called " + who + "; there are visitor, system, " + cast);
                }
                yield Actor.agent(who, role);
            }
        };
    }

    /// One chat and one clock.
    private final class Play {
        private final ChatRehearsal chat = new ChatRehearsal(sops);
        private Instant now = NOON;
        private int steps;

        List<ChatEvent> act(Step step) throws Refused {
            steps++;
            if (step.who().equals(TIME)) {
                return wait(step.does());
            }
            Decision by = new Decision(now, actor(step.who()), "step-" + steps);
            return chat.act(commands.of(step, steps), by);
        }

        private List<ChatEvent> wait(String duration) throws Refused {
            try {
                now = now.plus(Duration.parse(duration));
            } catch (DateTimeParseException e) {
                throw new Unreadable("after is a duration such as PT10M");
            }
            var by = new Decision(now, Actor.system("wake-up"), "step-" + steps);
            return chat.act(new WakeUp(Commands.CHAT, now), by);
        }
    }
}
