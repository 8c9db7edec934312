package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sop.CustomerWords;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.SensitiveData;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opening, talking, leaving.
final class Conversation {
    private Conversation() {}

    static List<ChatEvent> open(OpenChat open, Decision by, Sops sops) {
        Sop sop =
                sops.newest(open.sopId())
                        .orElseThrow(() -> new UnknownSopVersion(new SopRef(open.sopId(), 1)));
        DeskHours.Arrival arrival =
                DeskHours.arrival(sop, sop.entryDesk(), by.at(), open.reference());
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new ChatOpened(
                        open.chatId(),
                        open.reference(),
                        open.site(),
                        sop.ref(),
                        arrival.desk(),
                        open.customer(),
                        open.topic(),
                        masked(open.fields())));
        if (open.message() != null) {
            MessagePosted first =
                    new MessagePosted(
                            open.chatId(),
                            "message-" + by.commandId(),
                            null,
                            visitor(open.customer()),
                            masked(open.message()),
                            null);
            events.add(first);
            events.addAll(concerns(first, sop));
        }
        events.addAll(LeftMessages.arrived(open.chatId(), arrival, by));
        return events;
    }

    /// The customer's words are theirs and meet no rule; what an agent should know of them becomes
    /// a hint (R88, R98).
    static List<ChatEvent> hear(Chat.Opened chat, PostMessage post, Sop sop) {
        MessagePosted posted =
                new MessagePosted(
                        post.chatId(),
                        post.messageId(),
                        post.clientMessageId(),
                        visitor(chat.identity().customer()),
                        masked(post.text()),
                        null);
        List<ChatEvent> events = new ArrayList<>(List.of(posted));
        events.addAll(concerns(posted, sop));
        return events;
    }

    /// A message of the responsible agent, as far as the rules for what is said allow it.
    static List<ChatEvent> say(Chat.Opened chat, PostMessage post, Decision by, Sop sop)
            throws Refused {
        Speech speech = Speech.of(chat, "text", post.text(), post.accountSpecific());
        Verdict verdict =
                Verdict.on(post, post.messageId(), speech.judge(chat, sop), post.overrides());
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new MessagePosted(
                        post.chatId(),
                        post.messageId(),
                        post.clientMessageId(),
                        responsible(chat),
                        masked(post.text()),
                        silentUntil(chat, by, sop)));
        events.addAll(LeftMessages.answered(chat, by.actor().id()));
        return verdict.beside(events.toArray(ChatEvent[]::new));
    }

    private static List<ConcernNoticed> concerns(MessagePosted posted, Sop sop) {
        return CustomerWords.concerns(sop, posted.text().plain()).stream()
                .map(concern ->
                        new ConcernNoticed(posted.chatId(), posted.messageId(), concern.word()))
                .toList();
    }

    /// From when on a visitor who stays silent counts as gone, or an assist chat as silent.
    static @Nullable Instant silentUntil(Chat.Opened chat, Decision by, Sop sop) {
        return chat.assist() == null
                ? by.at().plus(sop.idle().visitorSilence())
                : Assists.silentAt(chat, by, sop);
    }

    /// The visitor goes. A chat that nobody has answered ends with that; one that was answered
    /// stays with its agent, for the rules of closing hold however it ends. So does a message that
    /// was left: it is answered once the desk is open.
    static List<ChatEvent> leave(Chat.Opened chat) {
        return chat.visitorGone() ? List.of() : gone(chat, "left");
    }

    static List<ChatEvent> wake(Chat.Opened chat, WakeUp wake, Decision by) {
        boolean due = chat.idleAt() != null && !chat.idleAt().isAfter(by.at());
        if (!due || chat.state() == ChatState.CLOSED) {
            return List.of();
        }
        return chat.assist() == null ? gone(chat, "idle") : Assists.fellSilent(chat);
    }

    private static List<ChatEvent> gone(Chat.Opened chat, String reason) {
        String chatId = chat.identity().chatId();
        VisitorLeft left = new VisitorLeft(chatId, reason);
        if (chat.answered() || chat.handover() != null || LeftMessages.owed(chat).isPresent()) {
            return List.of(left);
        }
        String agent = chat.serving() == null ? null : chat.serving().agentId();
        return List.of(left, new ChatClosed(chatId, agent, null, chat.desk(), "abandoned"));
    }

    /// A message of the system to the customer.
    static MessagePosted fromSystem(Chat.Opened chat, String text, Decision by) {
        return new MessagePosted(
                chat.identity().chatId(),
                "message-" + by.commandId(),
                null,
                new Author(ActorKind.SYSTEM, null, null),
                PersonalText.of(text),
                null);
    }

    private static Author visitor(Customer customer) {
        PersonalText name = customer.name();
        return new Author(ActorKind.VISITOR, null, name == null ? null : name.plain());
    }

    /// The responsible agent as the author of a message.
    static Author responsible(Chat.Opened chat) {
        Chat.@Nullable Serving serving = chat.serving();
        if (serving == null) {
            throw new IllegalStateException("an agent wrote in a chat that nobody serves");
        }
        return new Author(ActorKind.AGENT, serving.agentId(), serving.name());
    }

    static PersonalText masked(PersonalText text) {
        return new PersonalText(SensitiveData.mask(text.plain()));
    }

    private static Map<String, PersonalText> masked(Map<String, PersonalText> fields) {
        return fields.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, field -> masked(field.getValue())));
    }
}
