package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.Wants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to a chat. Stored for ever: add cases, never rename one.
public sealed interface ChatEvent {
    String chatId();

    /// Something about the customer and the case.
    sealed interface OfCase extends ChatEvent {}

    /// Something about actions that the procedure hedges.
    sealed interface OfApproval extends ChatEvent {}

    /// Something about an agent who asks for help.
    sealed interface OfAssist extends ChatEvent permits AssistEvent {}

    /// Something was done because of a clock.
    sealed interface OfClockAct extends ChatEvent permits ClockActEvent {}

    /// What became of an escalation.
    sealed interface OfLadder extends ChatEvent permits LadderEvent {}

    /// Something about the chat as other systems have it.
    sealed interface OfRecord extends ChatEvent permits RecordEvent {}

    /// Something about a transfer to a skill.
    sealed interface OfTransfer extends ChatEvent permits TransferEvent {}

    /// What became of the chat outside a desk's hours.
    sealed interface OfHours extends ChatEvent permits HoursEvent {}

    /// A rule was met.
    sealed interface OfRule extends ChatEvent {}

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
            implements ChatEvent {
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

    record ChatGivenBack(String chatId, String agentId, String desk) implements ChatEvent {}

    /// @param idleAt when the visitor counts as gone, or an assist chat as silent, if nobody
    ///   writes, as the SOP said then; null after a word of the visitor
    record MessagePosted(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            Author author,
            PersonalText text,
            @Nullable Instant idleAt)
            implements ChatEvent {}

    record VisitorLeft(String chatId, String reason) implements ChatEvent {}

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
            implements ChatEvent {
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

    /// @param byAgent who escalated; null for a clock, and in an event of before
    record ChatEscalated(
            String chatId,
            String escalationId,
            String trigger,
            PersonalText detail,
            Role to,
            String toDesk,
            Instant updateBy,
            PersonalText contact,
            @Nullable String transferId,
            @Nullable String byAgent)
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

    /// A resolved or closed chat goes on.
    ///
    /// @param agentId who is responsible; null if the chat waits in the line of its desk again
    record ChatReopened(String chatId, PersonalText reason, String desk, @Nullable String agentId)
            implements ChatEvent {}

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
