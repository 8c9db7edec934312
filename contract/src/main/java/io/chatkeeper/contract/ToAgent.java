package io.chatkeeper.contract;

/// A command that names its agent.
sealed interface ToAgent extends AgentCommand
        permits AgentCommand.DefineAgent,
                AgentCommand.SetAgentStatus,
                AgentCommand.ReserveSlot,
                AgentCommand.AcceptOffer,
                AgentCommand.DeclineOffer,
                AgentCommand.WithdrawOffer,
                AgentCommand.OccupySlot,
                AgentCommand.ReleaseSlot,
                AgentCommand.ReturnSlot,
                AgentCommand.SeeConsole,
                AgentCommand.LoseConsole {
    String agentId();

    @Override
    default String streamId() {
        return StreamId.agent(agentId());
    }
}
