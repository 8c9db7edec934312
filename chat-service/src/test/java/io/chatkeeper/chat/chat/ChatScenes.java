package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.DecisionSpec;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The people, the hour and the usual beginnings of the specs. One chat of a loan company.
final class ChatScenes {
    static final String CHAT = "chat-1";
    static final String TRANSFER = "transfer-1";
    static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
    static final Instant IDLE_AT = NOON.plus(Duration.ofMinutes(20));
    static final SopRef LOAN = new SopRef("tidio-loan", 3);
    static final SopRef SAAS = new SopRef("live-chat", 3);
    static final SopRef STRICT = new SopRef("strict", 1);
    static final Actor VISITOR = Actor.visitor(CHAT);
    static final Actor STRANGER = Actor.visitor("chat-2");
    static final Actor CASEY = Actor.agent("casey", Role.CSR);
    static final Actor CAM = Actor.agent("cam", Role.CSR);
    static final Actor LEE = Actor.agent("lee", Role.SPECIALIST);
    static final Actor MORGAN = Actor.agent("morgan", Role.LEAD);
    static final Actor SAM = Actor.agent("sam", Role.SUPERVISOR);
    static final Actor ROUTING = Actor.system("chat.assign");
    static final SopRegister SOPS = shippedSops();

    private ChatScenes() {}

    static DecisionSpec<Chat, ChatCommand, ChatEvent> chat() {
        return new DecisionSpec<>(
                new Chat.Unopened(),
                Chat::evolve,
                (state, command, by) -> ChatDecision.decide(state, command, by, SOPS));
    }

    /// Opened, assigned to Casey and answered by her.
    static List<ChatEvent> served() {
        return List.of(opened(), assigned(), said("casey", "Hello Pat, this is Casey."));
    }

    /// The same under the strict procedure.
    static List<ChatEvent> strict(ChatEvent... more) {
        return with(
                List.of(opened(STRICT), assigned(), said("casey", "Hello Pat, this is Casey.")),
                more);
    }

    /// Casey has handed the chat to the loan engineers, and Lee is to take it.
    static List<ChatEvent> handed() {
        return with(served(), requested(), found());
    }

    /// Lee has taken the chat.
    static List<ChatEvent> handedOver() {
        return with(handed(), acknowledged());
    }

    static List<ChatEvent> with(List<ChatEvent> history, ChatEvent... more) {
        return Stream.concat(history.stream(), Stream.of(more)).toList();
    }

    static ChatEvent.ChatOpened opened() {
        return opened(LOAN);
    }

    static ChatEvent.ChatOpened opened(SopRef sop) {
        String desk = SOPS.get(sop).entryDesk();
        return new ChatEvent.ChatOpened(
                CHAT, "CK-1", "loan", sop, desk, customer(), null, Map.of());
    }

    static Customer customer() {
        return new Customer(text("Pat"), null, null, false);
    }

    static ChatEvent.ChatAssigned assigned() {
        return new ChatEvent.ChatAssigned(CHAT, "casey", "Casey", "customer-service", null);
    }

    static ChatEvent.TransferRequested requested() {
        return new ChatEvent.TransferRequested(
                CHAT,
                TRANSFER,
                "casey",
                "customer-service",
                "loan-engineers",
                null,
                text("Asks for a lower rate, income checked."));
    }

    static ChatEvent.ChatAssigned found() {
        return new ChatEvent.ChatAssigned(CHAT, "lee", "Lee", "loan-engineers", TRANSFER);
    }

    static ChatEvent.TransferAcknowledged acknowledged() {
        return new ChatEvent.TransferAcknowledged(
                CHAT, TRANSFER, "lee", "Lee", "loan-engineers", "casey");
    }

    static ChatEvent.MessagePosted said(String agent, String words) {
        String name = agent.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + agent.substring(1);
        return new ChatEvent.MessagePosted(
                CHAT,
                "message-1",
                null,
                new Author(ActorKind.AGENT, agent, name),
                text(words),
                IDLE_AT);
    }

    static ChatEvent.MessagePosted wrote(String words) {
        return new ChatEvent.MessagePosted(
                CHAT,
                "message-1",
                null,
                new Author(ActorKind.VISITOR, null, "Pat"),
                text(words),
                null);
    }

    static ChatEvent.ChatNoted noted(String author) {
        return new ChatEvent.ChatNoted(CHAT, "note-1", "general", author, "hash");
    }

    static ChatEvent.VisitorLeft left() {
        return new ChatEvent.VisitorLeft(CHAT, "left");
    }

    static ChatEvent.ChatResolved resolved() {
        return new ChatEvent.ChatResolved(CHAT, text("Rate lowered."));
    }

    static ChatEvent.ChatClosed closed() {
        return new ChatEvent.ChatClosed(CHAT, "casey", null, "customer-service", "done");
    }

    static PostMessage post(String words) {
        return new PostMessage(CHAT, "message-1", null, text(words), List.of());
    }

    static RuleOverride override(String rule, String reason) {
        return new RuleOverride(rule, text(reason));
    }

    static PersonalText text(String plain) {
        return PersonalText.of(plain);
    }

    private static SopRegister shippedSops() {
        SopRegister register = new SopRegister();
        try (Stream<Path> files = Files.list(RealParts.repositoryRoot().resolve("deploy/sops"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                register.add(SopReader.read(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        register.add(SopReader.read(StrictSop.TEXT.getBytes(StandardCharsets.UTF_8)));
        return register;
    }
}
