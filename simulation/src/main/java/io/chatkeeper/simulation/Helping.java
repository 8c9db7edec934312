package io.chatkeeper.simulation;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.AgentCommand.DeclineOffer;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.simulation.Truth.Question;
import java.util.List;
import java.util.Random;

/// How people come to a chat that waits: some are asked and answer or do not, some take one from
/// the line, and some of the procedures want it the one way or the other.
final class Helping {
    private static final List<String> PEOPLE = List.of("casey", "cam", "lee", "lou");

    private Helping() {}

    /// The same procedure, whose desks ask their people, let them help themselves, or do as ever.
    static String at(Random chance, String yaml) {
        String offer =
                switch (chance.nextInt(4)) {
                    case 0 -> "    offer: {how: pull}\n";
                    case 1, 2 ->
                            "    offer: {how: push, answerWithin: PT20S, silences: %d}\n"
                                    .formatted(1 + chance.nextInt(3));
                    default -> "";
                };
        return yaml.replaceFirst("    role: csr\n", "    role: csr\n" + offer);
    }

    /// What somebody does about a waiting chat: the one who is asked says yes, no or nothing,
    /// somebody answers what is over, and two at once take from the line.
    static void help(Caller caller, Random chance, String chatId, String desk, Truth truth) {
        Question asked = truth.asked(chatId);
        Question over = truth.over(chatId);
        int what = chance.nextInt(8);
        if (over != null && what == 0) {
            accept(caller, chatId, over);
        } else if (asked != null && what == 1) {
            Actor self = agent(asked.agentId());
            PersonalText why = PersonalText.of("At lunch.");
            caller.call(self, new DeclineOffer(asked.agentId(), chatId, why, asked.offer()));
        } else if (asked != null && what < 5) {
            accept(caller, chatId, asked);
        } else if (what < 4) {
            claim(caller, chance, desk);
        }
    }

    private static void accept(Caller caller, String chatId, Question question) {
        caller.call(
                agent(question.agentId()),
                new AcceptOffer(question.agentId(), chatId, question.offer()));
    }

    private static void claim(Caller caller, Random chance, String desk) {
        String somebody = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        String other = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        caller.send(caller.outgoing(caller.newId(), agent(other), new ClaimChat(desk)));
        caller.call(agent(somebody), new ClaimChat(desk));
    }

    private static Actor agent(String id) {
        return Actor.agent(id, Workload.roleOf(id));
    }
}
