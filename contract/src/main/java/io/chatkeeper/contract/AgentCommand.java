package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What an agent's record can be asked to do. It alone grants and refuses slots.
public sealed interface AgentCommand extends Command permits ToAgent, WakeUp {
    /// Creates the agent or changes the profile.
    record DefineAgent(AgentProfile profile) implements ToAgent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// The agent says what they are doing.
    record SetAgentStatus(String agentId, AgentStatus status) implements ToAgent {}

    /// A desk asks for room for a chat or a transfer; without a desk it is a transfer straight to
    /// the agent.
    ///
    /// @param terms how the person is asked first; null if whoever has room is given the chat
    /// @param offer which of the desk's offers it is; null without a desk, and in a command of
    ///   before
    record ReserveSlot(
            String agentId,
            String chatId,
            @Nullable String desk,
            @Nullable String transferId,
            @Nullable OfferTerms terms,
            @Nullable Long offer)
            implements ToAgent {
        /// Nobody is asked: room is enough.
        public ReserveSlot(
                String agentId, String chatId, @Nullable String desk, @Nullable String transferId) {
            this(agentId, chatId, desk, transferId, null, null);
        }
    }

    /// The agent takes the chat that is offered to them.
    ///
    /// @param offer the one they have seen, which may be over by now; null for the open one
    record AcceptOffer(String agentId, String chatId, @Nullable Long offer) implements ToAgent {}

    /// The agent does not take it, and says why.
    ///
    /// @param offer the one they have seen, which may be over by now; null for the open one
    record DeclineOffer(String agentId, String chatId, PersonalText reason, @Nullable Long offer)
            implements ToAgent {}

    /// The desk needs no answer any more.
    ///
    /// @param desk whose offer it was
    /// @param offer which of its offers
    record WithdrawOffer(
            String agentId,
            String chatId,
            String desk,
            @Nullable String transferId,
            @Nullable Long offer)
            implements ToAgent {}

    /// A lead takes a chat over: the slot is taken whatever the capacity says.
    record OccupySlot(String agentId, String chatId, String desk) implements ToAgent {}

    /// The chat needs this agent no longer.
    record ReleaseSlot(String agentId, String chatId) implements ToAgent {}

    /// The chat did not take the assignment for which the slot was granted. A slot that serves
    /// something else by now stays.
    record ReturnSlot(String agentId, String chatId, @Nullable String transferId)
            implements ToAgent {}

    /// A gateway sees the agent's console.
    ///
    /// @param patience how long is waited once nobody sees it any more
    record SeeConsole(String agentId, String gateway, Patience patience) implements ToAgent {}

    /// The gateway sees it no longer.
    record LoseConsole(String agentId, String gateway) implements ToAgent {}
}
