package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.AssistEvent;
import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.HoursEvent;
import io.chatkeeper.chat.chat.RecordEvent;
import io.chatkeeper.chat.chat.TransferEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicEvent;
import java.util.Optional;

/// What the others learn of a chat's stored events. What only a later decision needs stays here.
public final class ChatPublisher {
    private ChatPublisher() {}

    /// The public form of a stored event; every event of a chat has one.
    public static Optional<PublicEvent> publicForm(ChatEvent event) {
        return Optional.of(translated(event));
    }

    private static PublicChatEvent translated(ChatEvent event) {
        return switch (event) {
            case ChatEvent.ChatOpened e -> opened(e);
            case ChatEvent.ChatAssigned e -> assigned(e);
            case ChatEvent.AssignmentRefused e -> assignmentRefused(e);
            case ChatEvent.ChatGivenBack e ->
                    new PublicChatEvent.ChatGivenBack(e.chatId(), e.agentId(), e.desk());
            case ChatEvent.MessagePosted e -> messagePosted(e);
            case ChatEvent.VisitorLeft e -> visitorLeft(e);
            case ChatEvent.TransferRequested e -> transferRequested(e);
            case ChatEvent.TransferAcknowledged e -> transferAcknowledged(e);
            case ChatEvent.TransferDeclined e -> transferDeclined(e);
            case ChatEvent.TransferWithdrawn e -> transferWithdrawn(e);
            case ChatEvent.TransferReturned e -> transferReturned(e);
            case ChatEvent.ChatNoted e -> noted(e);
            case ChatEvent.NoteRefused e -> noteRefused(e);
            case ChatEvent.ChatEscalated e -> escalated(e);
            case ChatEvent.ChatTakenOver e -> takenOver(e);
            case ChatEvent.ResolutionProposed e -> resolutionProposed(e);
            case ChatEvent.ResolutionConfirmed e -> resolutionConfirmed(e);
            case ChatEvent.ResolutionRefused e -> resolutionRefused(e);
            case ChatEvent.ChatResolved e -> resolved(e);
            case ChatEvent.ChatClosed e -> closed(e);
            case ChatEvent.ChatReopened e -> CasePublisher.reopened(e);
            case ChatEvent.OfCase e -> CasePublisher.ofCase(e);
            case ChatEvent.OfApproval e -> CasePublisher.ofApproval(e);
            case ChatEvent.OfClockAct e -> ClockActPublisher.ofClockAct(e);
            case ChatEvent.OfLadder e -> LadderPublisher.ofLadder(e);
            case AssistEvent e -> CasePublisher.ofAssist(e);
            case TransferEvent e -> HoursPublisher.ofTransfer(e);
            case HoursEvent e -> HoursPublisher.ofHours(e);
            case RecordEvent e -> CasePublisher.ofRecord(e);
            case ChatEvent.OfRule e -> CasePublisher.ofRule(e);
        };
    }

    private static PublicChatEvent opened(ChatEvent.ChatOpened e) {
        return new PublicChatEvent.ChatOpened(
                e.chatId(),
                e.reference(),
                e.site(),
                e.sop(),
                e.desk(),
                e.customer(),
                e.topic(),
                e.fields(),
                e.assist());
    }

    private static PublicChatEvent assigned(ChatEvent.ChatAssigned e) {
        return new PublicChatEvent.ChatAssigned(
                e.chatId(), e.agentId(), e.agentName(), e.desk(), e.transferId());
    }

    private static PublicChatEvent assignmentRefused(ChatEvent.AssignmentRefused e) {
        return new PublicChatEvent.AssignmentRefused(
                e.chatId(), e.agentId(), e.transferId(), e.reason());
    }

    private static PublicChatEvent messagePosted(ChatEvent.MessagePosted e) {
        return new PublicChatEvent.MessagePosted(
                e.chatId(), e.messageId(), e.clientMessageId(), e.author(), e.text());
    }

    private static PublicChatEvent visitorLeft(ChatEvent.VisitorLeft e) {
        return new PublicChatEvent.VisitorLeft(e.chatId(), e.reason());
    }

    private static PublicChatEvent transferRequested(ChatEvent.TransferRequested e) {
        return new PublicChatEvent.TransferRequested(
                e.chatId(),
                e.transferId(),
                e.fromAgent(),
                e.fromDesk(),
                e.toDesk(),
                e.toAgent(),
                e.context(),
                e.wants());
    }

    private static PublicChatEvent transferAcknowledged(ChatEvent.TransferAcknowledged e) {
        return new PublicChatEvent.TransferAcknowledged(
                e.chatId(), e.transferId(), e.agentId(), e.agentName(), e.desk(), e.fromAgent());
    }

    private static PublicChatEvent transferDeclined(ChatEvent.TransferDeclined e) {
        return new PublicChatEvent.TransferDeclined(
                e.chatId(), e.transferId(), e.agentId(), e.reason());
    }

    private static PublicChatEvent transferWithdrawn(ChatEvent.TransferWithdrawn e) {
        return new PublicChatEvent.TransferWithdrawn(
                e.chatId(), e.transferId(), e.receiver(), e.toDesk());
    }

    private static PublicChatEvent transferReturned(ChatEvent.TransferReturned e) {
        return new PublicChatEvent.TransferReturned(
                e.chatId(), e.transferId(), e.receiver(), e.reason(), e.toDesk());
    }

    private static PublicChatEvent noted(ChatEvent.ChatNoted e) {
        return new PublicChatEvent.ChatNoted(
                e.chatId(), e.noteId(), e.kind(), e.author(), e.hash());
    }

    private static PublicChatEvent noteRefused(ChatEvent.NoteRefused e) {
        return new PublicChatEvent.NoteRefused(e.chatId(), e.noteId(), e.refusal());
    }

    private static PublicChatEvent escalated(ChatEvent.ChatEscalated e) {
        return new PublicChatEvent.ChatEscalated(
                e.chatId(),
                e.escalationId(),
                e.trigger(),
                e.detail(),
                e.to(),
                e.toDesk(),
                e.updateBy(),
                e.contact(),
                e.transferId());
    }

    private static PublicChatEvent takenOver(ChatEvent.ChatTakenOver e) {
        return new PublicChatEvent.ChatTakenOver(
                e.chatId(),
                e.agentId(),
                e.agentName(),
                e.desk(),
                e.fromAgent(),
                e.receiver(),
                e.waitingAt());
    }

    private static PublicChatEvent resolutionProposed(ChatEvent.ResolutionProposed e) {
        return new PublicChatEvent.ResolutionProposed(e.chatId(), e.question());
    }

    private static PublicChatEvent resolutionConfirmed(ChatEvent.ResolutionConfirmed e) {
        return new PublicChatEvent.ResolutionConfirmed(e.chatId(), e.score(), e.comment());
    }

    private static PublicChatEvent resolutionRefused(ChatEvent.ResolutionRefused e) {
        return new PublicChatEvent.ResolutionRefused(e.chatId(), e.comment());
    }

    private static PublicChatEvent resolved(ChatEvent.ChatResolved e) {
        return new PublicChatEvent.ChatResolved(e.chatId(), e.summary());
    }

    private static PublicChatEvent closed(ChatEvent.ChatClosed e) {
        return new PublicChatEvent.ChatClosed(
                e.chatId(), e.agentId(), e.receiver(), e.desk(), e.reason());
    }
}
