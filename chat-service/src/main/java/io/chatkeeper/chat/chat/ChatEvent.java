package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to a chat. Stored for ever: add cases, never rename one.
public sealed interface ChatEvent {
    String chatId();

    record ChatOpened(
            String chatId,
            String reference,
            String site,
            SopRef sop,
            String desk,
            Customer customer,
            @Nullable String topic,
            Map<String, PersonalText> fields)
            implements ChatEvent {}

    record ChatAssigned(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String transferId)
            implements ChatEvent {}

    record AssignmentRefused(
            String chatId, String agentId, @Nullable String transferId, String reason)
            implements ChatEvent {}

    /// @param idleAt when the visitor counts as gone if they stay silent, as the SOP said then;
    ///   null after a word of the visitor
    record MessagePosted(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            Author author,
            PersonalText text,
            @Nullable Instant idleAt)
            implements ChatEvent {}

    record VisitorLeft(String chatId, String reason) implements ChatEvent {}

    record TransferRequested(
            String chatId,
            String transferId,
            String fromAgent,
            String fromDesk,
            @Nullable String toDesk,
            @Nullable String toAgent,
            PersonalText context)
            implements ChatEvent {}

    record TransferAcknowledged(
            String chatId,
            String transferId,
            String agentId,
            String agentName,
            String desk,
            String fromAgent)
            implements ChatEvent {}

    record TransferDeclined(String chatId, String transferId, String agentId, PersonalText reason)
            implements ChatEvent {}

    record TransferWithdrawn(
            String chatId, String transferId, @Nullable String receiver, @Nullable String toDesk)
            implements ChatEvent {}

    record TransferReturned(
            String chatId,
            String transferId,
            @Nullable String receiver,
            String reason,
            @Nullable String toDesk)
            implements ChatEvent {}

    record ChatNoted(String chatId, String noteId, String kind, String author, String hash)
            implements ChatEvent {}

    record NoteRefused(String chatId, String noteId, Refusal refusal) implements ChatEvent {}

    record ChatEscalated(
            String chatId,
            String escalationId,
            String trigger,
            PersonalText detail,
            Role to,
            String toDesk,
            Instant updateBy,
            PersonalText contact,
            @Nullable String transferId)
            implements ChatEvent {}

    record ChatTakenOver(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String fromAgent,
            @Nullable String receiver,
            @Nullable String waitingAt)
            implements ChatEvent {}

    /// @param answeredAt from when on silence counts as an answer, as the SOP said then
    record ResolutionProposed(String chatId, String question, Instant answeredAt)
            implements ChatEvent {}

    record ResolutionConfirmed(
            String chatId, @Nullable Integer score, @Nullable PersonalText comment)
            implements ChatEvent {}

    record ResolutionRefused(String chatId, @Nullable PersonalText comment) implements ChatEvent {}

    record ChatResolved(String chatId, PersonalText summary) implements ChatEvent {}

    record ChatClosed(
            String chatId,
            @Nullable String agentId,
            @Nullable String receiver,
            String desk,
            String reason)
            implements ChatEvent {}
}
