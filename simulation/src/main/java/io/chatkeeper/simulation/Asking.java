package io.chatkeeper.simulation;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// An agent asks a lead about a customer's chat; both write, or fall silent, and it ends.
final class Asking {
    static final String CHAT = "chat-asking";

    private static final Actor CASEY = Actor.agent("casey", Role.CSR);
    private static final int WORDS = 6;

    private final House house;
    private final Caller caller;
    private final Truth truth;
    private final Random chance;
    private int names;

    Asking(House house, Caller caller, Truth truth) {
        this.house = house;
        this.caller = caller;
        this.truth = truth;
        this.chance = house.faults().chance();
    }

    void play() {
        rest(6_000);
        AssistRequest request =
                new AssistRequest(
                        null,
                        null,
                        null,
                        "448120",
                        "chat-1",
                        PersonalText.of(
                                "The shop closed early on Saturday, so the visit was missed."
                                        + " What can be offered?"),
                        Map.of(),
                        List.of("SOP", "account notes"),
                        List.of());
        send(CASEY, new OpenAssist(CHAT, "CK-ASK", "assist-chat", "Casey", request, List.of()));
        for (int i = 0; i < WORDS; i++) {
            rest(chance.nextInt(4) == 0 ? 700_000 : 5_000);
            speak();
        }
        Actor lead = lead();
        if (lead != CASEY) {
            send(lead, new ResolveChat(CHAT, PersonalText.of("A new visit was arranged.")));
            send(lead, new CloseChat(CHAT));
        }
    }

    private void speak() {
        Actor who = chance.nextBoolean() ? CASEY : lead();
        PersonalText words = PersonalText.of("I have looked at the account, thank you.");
        send(who, new PostMessage(CHAT, "word-" + names++, null, words, List.of()));
    }

    /// Whoever has taken it on; while nobody has, the one who asks.
    private Actor lead() {
        String agent = truth.chat(CHAT).path("agent").path("id").asString("");
        return agent.isEmpty() ? CASEY : Actor.agent(agent, Workload.roleOf(agent));
    }

    private void send(Actor actor, Command command) {
        caller.call(actor, command);
    }

    private void rest(int millis) {
        house.outside().waitFor(Duration.ofMillis(1 + chance.nextInt(millis)));
    }
}
