package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.TakeAction;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to hold an act against every rule that guards it, refused or not. The procedure
/// hedges all it can; the chat is in the middle of its life. `say` is different from the others: it
/// also reads a text of 40 words by the text rules.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class GuardBenchmark {
    private static final String CHAT = "chat-1";
    private static final SopRef SOP = new SopRef("hedged", 1);
    private static final Decision CASEY =
            new Decision(
                    Instant.parse("2026-11-22T17:00:00Z"),
                    Actor.agent("casey", Role.CSR),
                    "command-1");
    private static final String FORTY_WORDS =
            "Thank you for waiting, Pat. I have looked at the two payments from last week and"
                    + " asked the billing team to check the second one. They will write to you by"
                    + " Friday noon, and I will keep an eye on it until then.";

    private final SopRegister sops = new SopRegister();
    private Chat active = new Chat.Unopened();
    private Chat resolved = new Chat.Unopened();

    /// Reads the procedure and folds the history.
    @Setup
    public void begin() throws IOException {
        try (var yaml = GuardBenchmark.class.getResourceAsStream("/hedged-sop.yaml")) {
            if (yaml == null) {
                throw new IOException("hedged-sop.yaml is not there");
            }
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            sops.add(SopReader.read(text.getBytes(StandardCharsets.UTF_8)));
        }
        active = history();
        resolved = Chat.evolve(active, new ChatEvent.ChatResolved(CHAT, text("All is well.")));
    }

    private Chat history() {
        Chat chat = Chat.evolve(new Chat.Unopened(), opened());
        chat =
                Chat.evolve(
                        chat,
                        new ChatEvent.ChatAssigned(
                                CHAT, "casey", "Casey", "customer-service", null));
        for (int i = 0; i < 40; i++) {
            chat = Chat.evolve(chat, said("message-" + i));
        }
        for (int i = 0; i < 5; i++) {
            chat =
                    Chat.evolve(
                            chat,
                            new ChatEvent.FollowUpPromised(
                                    CHAT, "follow-up-" + i, text("Call"), "casey", CASEY.at()));
        }
        return chat;
    }

    private static ChatEvent opened() {
        Customer pat = new Customer(text("Pat"), null, null, false);
        return new ChatEvent.ChatOpened(
                CHAT, "CK-1", "loan", SOP, "customer-service", pat, null, Map.of());
    }

    private static ChatEvent said(String id) {
        Author casey = new Author(ActorKind.AGENT, "casey", "Casey");
        return new ChatEvent.MessagePosted(CHAT, id, null, casey, text("Let me see."), CASEY.at());
    }

    private static PersonalText text(String plain) {
        return PersonalText.of(plain);
    }

    private Object decided(Chat chat, ChatCommand command) {
        try {
            return ChatDecision.decide(chat, command, CASEY, sops);
        } catch (Refused refused) {
            return refused;
        }
    }

    /// Closing: note, follow-ups, category, ticket fields; refused.
    @Benchmark
    public Object close() {
        return decided(resolved, new CloseChat(CHAT));
    }

    /// Escalating for abuse: trigger, detail, ladder, warnings; refused.
    @Benchmark
    public Object escalate() {
        return decided(
                active,
                new EscalateChat(CHAT, "e", "abuse", text("Insults"), null, null, null, null));
    }

    /// An action on the account: checks, identity, approval; refused.
    @Benchmark
    public Object act() {
        return decided(
                active,
                new TakeAction(
                        CHAT,
                        "a",
                        "account-credit",
                        text("20 dollars"),
                        List.of(),
                        null,
                        List.of()));
    }

    /// A transfer with its context; accepted.
    @Benchmark
    public Object transfer() {
        return decided(
                active,
                new TransferChat(
                        CHAT,
                        "t",
                        "strict-leads",
                        null,
                        text("Asks for a refund of the second payment.")));
    }

    /// A message, with the text rules; accepted.
    @Benchmark
    public Object say() {
        return decided(active, new PostMessage(CHAT, "m", null, text(FORTY_WORDS), List.of()));
    }
}
