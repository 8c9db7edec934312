package io.chatkeeper.routing.agent;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.AgentCommand.DeclineOffer;
import io.chatkeeper.contract.AgentCommand.DefineAgent;
import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.OccupySlot;
import io.chatkeeper.contract.AgentCommand.ReleaseSlot;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.ReturnSlot;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
import io.chatkeeper.contract.AgentCommand.WithdrawOffer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.StoredEvents;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The Axon shell of an agent: routes and stores. It decides nothing.
public final class AgentAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private Agent agent = new Agent.Undefined();

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<AgentAggregate, AgentEvent> room(
            Function<AgentEvent, Optional<PublicEvent>> publishing) {
        return new AggregateRoom<>(
                "agent",
                AgentAggregate.class,
                StoredEvents.of("agent", AgentEvent.class),
                publishing);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(DefineAgent command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SetAgentStatus command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReserveSlot command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(OccupySlot command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReleaseSlot command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ReturnSlot command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SeeConsole command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(LoseConsole command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AcceptOffer command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(DeclineOffer command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WithdrawOffer command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by) throws Refused {
        decide(command, by);
    }

    private void decide(AgentCommand command, Decision by) throws Refused {
        AgentDecision.decide(agent, command, by).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AgentEvent event) {
        id = StreamId.agent(event.agentId());
        agent = Agent.evolve(agent, event);
    }

    /// When something follows from what is known of the agent's console, or an offer is over that
    /// they have not answered.
    @Override
    public @Nullable Instant wakeAt() {
        return Agent.wakeAt(agent);
    }

    /// Agents work under several procedures; none of them decides about an agent.
    @Override
    public @Nullable SopRef sop() {
        return null;
    }
}
