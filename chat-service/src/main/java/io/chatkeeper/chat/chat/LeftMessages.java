package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.FollowUpCompleted;
import io.chatkeeper.chat.chat.ChatEvent.FollowUpPromised;
import io.chatkeeper.chat.chat.ChatEvent.MessagePosted;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chat that comes to a closed desk goes to another one, or becomes a message that is left: the
/// customer is told when the desk opens, and is owed an answer from then on. Until then the chat
/// stands in the desk's line.
final class LeftMessages {
    /// What the ids of these promises begin with.
    static final String FOLLOW_UP = "follow-up-left-";

    private static final PersonalText WHAT =
            PersonalText.of("Answer what the customer wrote while the desk was closed.");

    private LeftMessages() {}

    /// Where a chat or its transfer goes that comes to this desk now.
    static DeskHours.Arrival arrival(Chat.Opened chat, String desk, Decision by, Sop sop) {
        return DeskHours.arrival(sop, desk, by.at(), chat.identity().reference());
    }

    /// What has to be recorded of it, and said to the customer. Who has been told once, and is owed
    /// an answer still, is not told again.
    static List<ChatEvent> arrived(
            Chat.Opened chat, DeskHours.Arrival arrival, @Nullable String transferId, Decision by) {
        Chat.Serving serving = transferId == null ? null : chat.serving();
        boolean told = owed(chat).isPresent() || chat.duties().open().size() >= Duties.MOST;
        return arrived(
                chat.identity().chatId(),
                arrival,
                transferId,
                serving == null ? null : serving.agentId(),
                told,
                by);
    }

    /// The same for a chat that begins.
    static List<ChatEvent> arrived(String chatId, DeskHours.Arrival arrival, Decision by) {
        return arrived(chatId, arrival, null, null, false, by);
    }

    private static List<ChatEvent> arrived(
            String chatId,
            DeskHours.Arrival arrival,
            @Nullable String transferId,
            @Nullable String owner,
            boolean told,
            Decision by) {
        if (arrival.askedOpensAt() == null) {
            return List.of();
        }
        DeskHours.Held held = arrival.held();
        String followUpId = held == null || told ? null : FOLLOW_UP + by.commandId();
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new HoursEvent.DeskFoundClosed(
                        chatId,
                        arrival.asked(),
                        arrival.desk(),
                        held == null ? null : held.opensAt(),
                        transferId,
                        followUpId));
        if (held != null && followUpId != null) {
            events.add(said(chatId, held.words(), by));
            events.add(new FollowUpPromised(chatId, followUpId, WHAT, owner, held.answerBy()));
        }
        return events;
    }

    private static MessagePosted said(String chatId, String words, Decision by) {
        return new MessagePosted(
                chatId,
                "message-closed-" + by.commandId(),
                null,
                new Author(ActorKind.SYSTEM, null, null),
                PersonalText.of(words),
                null);
    }

    /// The promise that is still open because a message was left.
    static Optional<Duties.FollowUp> owed(Chat.Opened chat) {
        return chat.duties().open().stream()
                .filter(one -> one.id().startsWith(FOLLOW_UP))
                .findFirst();
    }

    /// Whoever is responsible from now on owes the answer.
    static List<ChatEvent> owedBy(Chat.Opened chat, String agentId) {
        return owed(chat)
                .filter(one -> !agentId.equals(one.owner()))
                .<List<ChatEvent>>map(one ->
                        List.of(
                                new FollowUpPromised(
                                        chat.identity().chatId(),
                                        one.id(),
                                        WHAT,
                                        agentId,
                                        one.dueAt())))
                .orElse(List.of());
    }

    /// A word to a customer who is there is the answer.
    static List<ChatEvent> answered(Chat.Opened chat, String agentId) {
        return owed(chat)
                .filter(_ -> !chat.visitorGone())
                .<List<ChatEvent>>map(one ->
                        List.of(
                                new FollowUpCompleted(
                                        chat.identity().chatId(), one.id(), agentId, null)))
                .orElse(List.of());
    }
}
