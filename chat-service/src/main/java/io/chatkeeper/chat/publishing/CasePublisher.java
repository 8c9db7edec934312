package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.AssistEvent;
import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.RecordEvent;
import io.chatkeeper.contract.PublicAssistEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicRecordEvent;

/// The public forms of what happens to the customer's case, and of rules that were met.
final class CasePublisher {
    private CasePublisher() {}

    static PublicChatEvent ofCase(ChatEvent.OfCase event) {
        return switch (event) {
            case ChatEvent.ChatRated e -> rated(e);
            case ChatEvent.CustomerVerified e -> customerVerified(e);
            case ChatEvent.ConductWarningGiven e -> conductWarningGiven(e);
            case ChatEvent.ConcernNoticed e -> concernNoticed(e);
            case ChatEvent.ChatClassified e -> classified(e);
            case ChatEvent.ComplaintRaised e -> complaintRaised(e);
            case ChatEvent.FollowUpPromised e -> followUpPromised(e);
            case ChatEvent.FollowUpCompleted e -> followUpCompleted(e);
            case ChatEvent.CustomerUpdated e -> customerUpdated(e);
        };
    }

    static PublicChatEvent ofApproval(ChatEvent.OfApproval event) {
        return switch (event) {
            case ChatEvent.ApprovalRequested e -> approvalRequested(e);
            case ChatEvent.ApprovalGranted e -> approvalGranted(e);
            case ChatEvent.ApprovalDeclined e -> approvalDeclined(e);
            case ChatEvent.ActionTaken e -> actionTaken(e);
        };
    }

    static PublicChatEvent ofAssist(AssistEvent event) {
        return switch (event) {
            case AssistEvent.AssistClaimed e ->
                    new PublicAssistEvent.AssistClaimed(
                            e.chatId(), e.agentId(), e.requesterId(), e.silentAt());
            case AssistEvent.AssistFellSilent e ->
                    new PublicAssistEvent.AssistFellSilent(
                            e.chatId(), e.agentId(), e.requesterId());
            case AssistEvent.AssistLinked e ->
                    new PublicAssistEvent.AssistLinked(
                            e.chatId(), e.assistChatId(), e.assistReference(), e.agentId());
        };
    }

    static PublicChatEvent ofRecord(RecordEvent event) {
        return switch (event) {
            case RecordEvent.RecordDue e ->
                    new PublicRecordEvent.RecordDue(
                            e.chatId(), e.recordId(), e.destination(), e.occasion(), e.attempt());
            case RecordEvent.RecordDelivered e ->
                    new PublicRecordEvent.RecordDelivered(e.chatId(), e.recordId(), e.attempt());
            case RecordEvent.RecordFailed e ->
                    new PublicRecordEvent.RecordFailed(
                            e.chatId(), e.recordId(), e.attempt(), e.problem(), e.nextAt());
        };
    }

    static PublicChatEvent ofRule(ChatEvent.OfRule event) {
        return switch (event) {
            case ChatEvent.RuleOverridden e -> ruleOverridden(e);
            case ChatEvent.RuleViolated e -> ruleViolated(e);
        };
    }

    static PublicChatEvent reopened(ChatEvent.ChatReopened e) {
        return new PublicChatEvent.ChatReopened(e.chatId(), e.reason(), e.desk(), e.agentId());
    }

    private static PublicChatEvent rated(ChatEvent.ChatRated e) {
        return new PublicChatEvent.ChatRated(e.chatId(), e.score(), e.comment());
    }

    private static PublicChatEvent customerVerified(ChatEvent.CustomerVerified e) {
        return new PublicChatEvent.CustomerVerified(e.chatId(), e.method());
    }

    private static PublicChatEvent conductWarningGiven(ChatEvent.ConductWarningGiven e) {
        return new PublicChatEvent.ConductWarningGiven(
                e.chatId(), e.warningId(), e.number(), e.allowed());
    }

    private static PublicChatEvent concernNoticed(ChatEvent.ConcernNoticed e) {
        return new PublicChatEvent.ConcernNoticed(e.chatId(), e.messageId(), e.concern());
    }

    private static PublicChatEvent classified(ChatEvent.ChatClassified e) {
        return new PublicChatEvent.ChatClassified(
                e.chatId(), e.category(), e.labels(), e.fields(), e.complaint());
    }

    private static PublicChatEvent complaintRaised(ChatEvent.ComplaintRaised e) {
        return new PublicChatEvent.ComplaintRaised(e.chatId(), e.category());
    }

    private static PublicChatEvent followUpPromised(ChatEvent.FollowUpPromised e) {
        return new PublicChatEvent.FollowUpPromised(
                e.chatId(), e.followUpId(), e.what(), e.owner(), e.dueAt());
    }

    private static PublicChatEvent followUpCompleted(ChatEvent.FollowUpCompleted e) {
        return new PublicChatEvent.FollowUpCompleted(
                e.chatId(), e.followUpId(), e.agentId(), e.outcome());
    }

    private static PublicChatEvent customerUpdated(ChatEvent.CustomerUpdated e) {
        return new PublicChatEvent.CustomerUpdated(
                e.chatId(), e.updateId(), e.messageId(), e.agentId());
    }

    private static PublicChatEvent approvalRequested(ChatEvent.ApprovalRequested e) {
        return new PublicChatEvent.ApprovalRequested(
                e.chatId(), e.approvalId(), e.action(), e.detail(), e.agentId(), e.from());
    }

    private static PublicChatEvent approvalGranted(ChatEvent.ApprovalGranted e) {
        return new PublicChatEvent.ApprovalGranted(
                e.chatId(), e.approvalId(), e.action(), e.agentId(), e.reason());
    }

    private static PublicChatEvent approvalDeclined(ChatEvent.ApprovalDeclined e) {
        return new PublicChatEvent.ApprovalDeclined(
                e.chatId(), e.approvalId(), e.action(), e.agentId(), e.reason());
    }

    private static PublicChatEvent actionTaken(ChatEvent.ActionTaken e) {
        return new PublicChatEvent.ActionTaken(
                e.chatId(),
                e.actionId(),
                e.action(),
                e.detail(),
                e.confirmed(),
                e.approvalId(),
                e.agentId());
    }

    private static PublicChatEvent ruleOverridden(ChatEvent.RuleOverridden e) {
        return new PublicChatEvent.RuleOverridden(
                e.chatId(), e.act(), e.subject(), e.violation(), e.reason());
    }

    private static PublicChatEvent ruleViolated(ChatEvent.RuleViolated e) {
        return new PublicChatEvent.RuleViolated(e.chatId(), e.act(), e.violations());
    }
}
