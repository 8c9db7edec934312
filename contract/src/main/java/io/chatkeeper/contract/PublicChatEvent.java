package io.chatkeeper.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has happened to a chat, as the other services, the read models and the live streams learn
/// it.
public sealed interface PublicChatEvent extends PublicEvent {
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
            implements PublicChatEvent {}

    /// Without a transfer id the agent is responsible now; with one, the agent is its receiver and
    /// becomes responsible by acknowledging.
    record ChatAssigned(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String transferId)
            implements PublicChatEvent {}

    /// Routing found an agent, but the chat needs none any more: the slot is free again.
    record AssignmentRefused(
            String chatId, String agentId, @Nullable String transferId, String reason)
            implements PublicChatEvent {}

    record MessagePosted(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            Author author,
            PersonalText text)
            implements PublicChatEvent {}

    /// @param reason `left` by the visitor's own act, `idle` after the silence the SOP allows
    record VisitorLeft(String chatId, String reason) implements PublicChatEvent {}

    record TransferRequested(
            String chatId,
            String transferId,
            String fromAgent,
            String fromDesk,
            @Nullable String toDesk,
            @Nullable String toAgent,
            PersonalText context)
            implements PublicChatEvent {}

    record TransferAcknowledged(
            String chatId,
            String transferId,
            String agentId,
            String agentName,
            String desk,
            String fromAgent)
            implements PublicChatEvent {}

    record TransferDeclined(String chatId, String transferId, String agentId, PersonalText reason)
            implements PublicChatEvent {}

    /// @param receiver the agent for whom a slot was held, if any
    /// @param toDesk the desk in whose line the transfer may still wait, if it went to a desk
    record TransferWithdrawn(
            String chatId, String transferId, @Nullable String receiver, @Nullable String toDesk)
            implements PublicChatEvent {}

    record TransferReturned(
            String chatId,
            String transferId,
            @Nullable String receiver,
            String reason,
            @Nullable String toDesk)
            implements PublicChatEvent {}

    /// A note counts from here on; its text is in the notes (`hash` is its SHA-256).
    record ChatNoted(String chatId, String noteId, String kind, String author, String hash)
            implements PublicChatEvent {}

    /// The chat did not take a note that had passed its check.
    record NoteRefused(String chatId, String noteId, Refusal refusal) implements PublicChatEvent {}

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
            implements PublicChatEvent {}

    /// @param waitingAt the desk in whose line the chat or its transfer stood, if it stood in one
    record ChatTakenOver(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String fromAgent,
            @Nullable String receiver,
            @Nullable String waitingAt)
            implements PublicChatEvent {}

    record ResolutionProposed(String chatId, String question) implements PublicChatEvent {}

    record ResolutionConfirmed(
            String chatId, @Nullable Integer score, @Nullable PersonalText comment)
            implements PublicChatEvent {}

    record ResolutionRefused(String chatId, @Nullable PersonalText comment)
            implements PublicChatEvent {}

    record ChatResolved(String chatId, PersonalText summary) implements PublicChatEvent {}

    /// @param agentId who was responsible, and so holds a slot that is free now
    /// @param reason `done`, or `abandoned` when the visitor went before anybody answered
    record ChatClosed(
            String chatId,
            @Nullable String agentId,
            @Nullable String receiver,
            String desk,
            String reason)
            implements PublicChatEvent {}
}
