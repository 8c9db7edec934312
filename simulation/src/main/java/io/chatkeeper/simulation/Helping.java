package io.chatkeeper.simulation;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.AgentCommand.DeclineOffer;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.PersonalText;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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

    /// What somebody does about a waiting chat.
    static void help(
            Caller caller, Random chance, String chatId, String desk, @Nullable String asked) {
        int what = chance.nextInt(6);
        if (asked != null && what == 0) {
            caller.call(
                    agent(asked), new DeclineOffer(asked, chatId, PersonalText.of("At lunch.")));
        } else if (asked != null && what < 4) {
            caller.call(agent(asked), new AcceptOffer(asked, chatId));
        } else if (what < 3) {
            String somebody = PEOPLE.get(chance.nextInt(PEOPLE.size()));
            caller.call(agent(somebody), new ClaimChat(desk));
        }
    }

    private static Actor agent(String id) {
        return Actor.agent(id, Workload.roleOf(id));
    }
}
