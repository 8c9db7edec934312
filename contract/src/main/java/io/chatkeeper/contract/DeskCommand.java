package io.chatkeeper.contract;

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
    record ConfirmPlacement(
            String deskId, String chatId, String agentId, @Nullable String transferId)
            implements ToDesk {}

    /// The agent has refused the slot.
    ///
    /// @param transferId what the slot was asked for
    record RejectPlacement(
            String deskId,
            String chatId,
            String agentId,
            @Nullable String transferId,
            String reason)
            implements ToDesk {}

    /// The chat needs the line no longer.
    record LeaveLine(String deskId, String chatId, String reason) implements ToDesk {}

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
