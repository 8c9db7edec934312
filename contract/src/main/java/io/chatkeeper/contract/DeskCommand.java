package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a desk can be asked to do. It keeps the line and its order.
public sealed interface DeskCommand extends Command permits ToDesk, WakeUp {
    /// A chat, or a transfer of one, joins the end of the line.
    ///
    /// @param notAgent an agent who is not to be asked: the sender of the transfer
    /// @param sop the version the chat keeps, which names the desk; without one, whoever owns the
    ///   desk now
    /// @param wants what the chat looks for; null in a command of before
    record QueueChat(
            String deskId,
            String chatId,
            @Nullable String transferId,
            @Nullable String notAgent,
            @Nullable SopRef sop,
            @Nullable Wants wants)
            implements ToDesk {
        /// A chat that looks for nobody in particular.
        public QueueChat(
                String deskId,
                String chatId,
                @Nullable String transferId,
                @Nullable String notAgent,
                @Nullable SopRef sop) {
            this(deskId, chatId, transferId, notAgent, sop, null);
        }
    }

    /// An agent of this desk has changed: who they are, what they do, how many slots they hold.
    record NoteMember(String deskId, AgentProfile profile, AgentStatus status, int held)
            implements ToDesk {}

    /// The agent has granted the slot.
    ///
    /// @param transferId what the slot was asked for
    /// @param offer which offer it answers; null in a command of before, which answers any
    record ConfirmPlacement(
            String deskId,
            String chatId,
            String agentId,
            @Nullable String transferId,
            @Nullable Long offer)
            implements ToDesk {}

    /// The agent has refused the slot.
    ///
    /// @param transferId what the slot was asked for
    /// @param offer which offer it answers; null in a command of before, which answers any
    record RejectPlacement(
            String deskId,
            String chatId,
            String agentId,
            @Nullable String transferId,
            String reason,
            @Nullable Long offer)
            implements ToDesk {}

    /// The agent has been asked, and a slot is held for their answer.
    ///
    /// @param offer which offer it is about
    record AwaitAnswer(
            String deskId,
            String chatId,
            String agentId,
            @Nullable String transferId,
            Instant answerBy,
            @Nullable Long offer)
            implements ToDesk {}

    /// An agent of the desk takes whoever has waited longest.
    record ClaimChat(String deskId) implements ToDesk {}

    /// The chat needs the line no longer.
    ///
    /// @param assignedTo who has it; their placement is on its way here, unless somebody else is
    ///   being asked meanwhile
    record LeaveLine(String deskId, String chatId, String reason, @Nullable String assignedTo)
            implements ToDesk {
        /// Whoever may be asked at the moment.
        public LeaveLine(String deskId, String chatId, String reason) {
            this(deskId, chatId, reason, null);
        }
    }

    /// A chat was escalated: who of the desk is there and stands at least that high?
    ///
    /// @param notAgent who is not to be asked: whoever has escalated
    record SeekHelp(
            String deskId,
            String chatId,
            String escalationId,
            Role lowest,
            @Nullable String notAgent)
            implements ToDesk {}
}
