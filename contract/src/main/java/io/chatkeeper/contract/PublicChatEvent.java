package io.chatkeeper.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has happened to a chat, as the other services, the read models and the live streams learn
/// it.
public sealed interface PublicChatEvent extends PublicEvent {
    String chatId();

    /// Something about the customer and the case.
    sealed interface OfCase extends PublicChatEvent {}

    /// Something about actions that the procedure hedges.
    sealed interface OfApproval extends PublicChatEvent {}

    /// Something about an agent who asks for help.
    sealed interface OfAssist extends PublicChatEvent permits PublicAssistEvent {}

    /// Something was done because of a clock.
    sealed interface OfClockAct extends PublicChatEvent permits PublicClockActEvent {}

    /// What became of an escalation.
    sealed interface OfLadder extends PublicChatEvent permits PublicLadderEvent {}

    /// Something about the chat as other systems have it.
    sealed interface OfRecord extends PublicChatEvent permits PublicRecordEvent {}

    /// Something about a transfer to a skill.
    sealed interface OfTransfer extends PublicChatEvent permits PublicTransferEvent {}

    /// What became of the chat outside the hours of a desk.
    sealed interface OfHours extends PublicChatEvent permits PublicHoursEvent {}

    /// A rule was met.
    sealed interface OfRule extends PublicChatEvent {}

    /// @param assist what makes it an assist chat; null for the chat of a customer
    record ChatOpened(
            String chatId,
            String reference,
            String site,
            SopRef sop,
            String desk,
            Customer customer,
            @Nullable String topic,
            Map<String, PersonalText> fields,
            @Nullable Assist assist)
            implements PublicChatEvent {
        /// A customer's chat.
        public ChatOpened(
                String chatId,
                String reference,
                String site,
                SopRef sop,
                String desk,
                Customer customer,
                @Nullable String topic,
                Map<String, PersonalText> fields) {
            this(chatId, reference, site, sop, desk, customer, topic, fields, null);
        }
    }

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

    /// The agent was lost; the chat waits in the line of this desk again.
    record ChatGivenBack(String chatId, String agentId, String desk) implements PublicChatEvent {}

    record MessagePosted(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            Author author,
            PersonalText text)
            implements PublicChatEvent {}

    /// @param reason `left` by the visitor's own act, `idle` after the silence the SOP allows
    record VisitorLeft(String chatId, String reason) implements PublicChatEvent {}

    /// @param wants what the chat looks for in its next agent; null in an event of before
    record TransferRequested(
            String chatId,
            String transferId,
            String fromAgent,
            String fromDesk,
            @Nullable String toDesk,
            @Nullable String toAgent,
            PersonalText context,
            @Nullable Wants wants)
            implements PublicChatEvent {
        /// A transfer that looks for nobody in particular.
        public TransferRequested(
                String chatId,
                String transferId,
                String fromAgent,
                String fromDesk,
                @Nullable String toDesk,
                @Nullable String toAgent,
                PersonalText context) {
            this(chatId, transferId, fromAgent, fromDesk, toDesk, toAgent, context, null);
        }
    }

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

    /// A resolved or closed chat goes on.
    ///
    /// @param agentId who is responsible; null if the chat waits in the line of its desk again
    record ChatReopened(String chatId, PersonalText reason, String desk, @Nullable String agentId)
            implements PublicChatEvent {}

    record ChatRated(String chatId, int score, @Nullable PersonalText comment) implements OfCase {}

    record CustomerVerified(String chatId, String method) implements OfCase {}

    /// @param number of the warning in this chat, from 1
    /// @param allowed how many the procedure gives before it escalates
    record ConductWarningGiven(String chatId, String warningId, int number, int allowed)
            implements OfCase {}

    /// Something in a customer's words that the agent should know of: a hint, never an act.
    ///
    /// @param concern `abuse` or `upset`
    record ConcernNoticed(String chatId, String messageId, String concern) implements OfCase {}

    record ChatClassified(
            String chatId,
            String category,
            List<String> labels,
            Map<String, PersonalText> fields,
            boolean complaint)
            implements OfCase {}

    /// The chat has become a complaint; it becomes one once.
    record ComplaintRaised(String chatId, String category) implements OfCase {}

    /// @param owner who has to do it; null while nobody has been named
    /// @param dueAt by when; null while no time has been named
    record FollowUpPromised(
            String chatId,
            String followUpId,
            PersonalText what,
            @Nullable String owner,
            @Nullable Instant dueAt)
            implements OfCase {}

    record FollowUpCompleted(
            String chatId, String followUpId, String agentId, @Nullable PersonalText outcome)
            implements OfCase {}

    /// The customer was told how things stand; the words are the message that comes with it.
    record CustomerUpdated(String chatId, String updateId, String messageId, String agentId)
            implements OfCase {}

    record ApprovalRequested(
            String chatId,
            String approvalId,
            String action,
            PersonalText detail,
            String agentId,
            Role from)
            implements OfApproval {}

    record ApprovalGranted(
            String chatId, String approvalId, String action, String agentId, PersonalText reason)
            implements OfApproval {}

    record ApprovalDeclined(
            String chatId, String approvalId, String action, String agentId, PersonalText reason)
            implements OfApproval {}

    record ActionTaken(
            String chatId,
            String actionId,
            String action,
            PersonalText detail,
            List<String> confirmed,
            @Nullable String approvalId,
            String agentId)
            implements OfApproval {}

    /// Somebody went past a soft rule and said why (R14); stands beside the act's own event.
    ///
    /// @param act the act's word, such as `post-message`
    /// @param subject the thing that came to be by the act, where it has an id
    record RuleOverridden(
            String chatId,
            String act,
            @Nullable String subject,
            Violation violation,
            PersonalText reason)
            implements OfRule {}

    /// An act was refused, and the procedure wants that to be known (P6).
    record RuleViolated(String chatId, String act, List<Violation> violations) implements OfRule {}
}
