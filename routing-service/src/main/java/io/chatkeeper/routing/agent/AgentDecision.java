package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
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
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.routing.agent.AgentEvent.AgentDefined;
import io.chatkeeper.routing.agent.AgentEvent.AgentStatusChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides every command of an agent: first whether the actor may, then what follows.
final class AgentDecision {
    /// How many chats one person may be given at once.
    static final int MOST_CHATS = 50;

    private AgentDecision() {}

    static List<AgentEvent> decide(Agent agent, AgentCommand command, Decision by) throws Refused {
        if (!isOpenToPeople(command)) {
            onlySystem(by.actor());
        }
        return switch (command) {
            case DefineAgent define -> define(agent, define.profile(), by.actor());
            case SetAgentStatus set -> setStatus(agent, set, by.actor());
            case ReserveSlot reserve -> List.of(Slots.reserve(agent, reserve, by.at()));
            case OccupySlot occupy -> Slots.occupy(agent, occupy);
            case ReleaseSlot release -> Slots.release(agent, release);
            case ReturnSlot unused -> Slots.giveBack(agent, unused);
            case SeeConsole see -> Consoles.see(agent, see, by.at());
            case LoseConsole lose -> Consoles.lose(agent, lose, by.at());
            case AcceptOffer yes -> {
                onlyWhoIsAsked(by.actor(), yes.agentId());
                yield Holds.accept(agent, yes);
            }
            case DeclineOffer no -> {
                onlyWhoIsAsked(by.actor(), no.agentId());
                yield Holds.decline(agent, no);
            }
            case WithdrawOffer withdrawn -> Holds.withdraw(agent, withdrawn);
            case WakeUp _ -> wake(agent, by.at());
        };
    }

    /// These say themselves who may send them; everything else is the system's alone.
    private static boolean isOpenToPeople(AgentCommand command) {
        return command instanceof DefineAgent
                || command instanceof SetAgentStatus
                || command instanceof AcceptOffer
                || command instanceof DeclineOffer
                || command instanceof WakeUp;
    }

    private static List<AgentEvent> define(Agent agent, AgentProfile profile, Actor actor)
            throws Refused {
        if (actor.kind() != ActorKind.SYSTEM && actor.role() != Role.ADMIN) {
            throw Refused.forbidden("not-an-admin", "Only an admin defines agents.");
        }
        if (profile.capacity() < 1 || profile.capacity() > MOST_CHATS) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.MALFORMED,
                            "malformed",
                            "A capacity is a number from 1 to " + MOST_CHATS + "."));
        }
        return switch (agent) {
            case Agent.Undefined _ -> List.of(new AgentDefined(profile, AgentStatus.OFFLINE, 0));
            case Agent.Defined known when known.profile().equals(profile) -> List.of();
            case Agent.Defined known ->
                    List.of(new AgentDefined(profile, known.status(), known.held()));
        };
    }

    private static List<AgentEvent> setStatus(Agent agent, SetAgentStatus set, Actor actor)
            throws Refused {
        boolean may =
                actor.kind() == ActorKind.SYSTEM
                        || actor.isAgent(set.agentId())
                        || actor.ranksAtLeast(Role.LEAD);
        if (!may) {
            throw Refused.forbidden(
                    "not-yours", "Only the agent and the leads say what an agent is doing.");
        }
        return switch (agent) {
            case Agent.Undefined _ ->
                    throw Refused.notFound("not-an-agent", "There is no such agent.");
            case Agent.Defined known when known.status() == set.status() -> List.of();
            case Agent.Defined known -> changed(known, set.status());
        };
    }

    private static List<AgentEvent> changed(Agent.Defined agent, AgentStatus status) {
        List<AgentEvent> events = new ArrayList<>();
        events.add(new AgentStatusChanged(agent.profile(), status, agent.held()));
        if (status != AgentStatus.AVAILABLE) {
            events.addAll(Holds.left((Agent.Defined) Agent.evolve(agent, events.getFirst())));
        }
        return events;
    }

    /// Whoever is missed first is not asked any more.
    private static List<AgentEvent> wake(Agent agent, Instant at) {
        List<AgentEvent> events = new ArrayList<>(Consoles.wake(agent, at));
        Agent now = agent;
        for (AgentEvent event : events) {
            now = Agent.evolve(now, event);
        }
        boolean gone =
                now instanceof Agent.Defined known && known.status() != AgentStatus.AVAILABLE;
        events.addAll(gone ? Holds.left((Agent.Defined) now) : Holds.lapse(now, at));
        return events;
    }

    private static void onlyWhoIsAsked(Actor actor, String agentId) throws Refused {
        if (!actor.isAgent(agentId)) {
            throw Refused.forbidden("not-yours", "Only the agent who is asked can answer.");
        }
    }

    private static void onlySystem(Actor actor) throws Refused {
        if (actor.kind() != ActorKind.SYSTEM) {
            throw Refused.forbidden("not-routing", "Slots are given and taken by routing alone.");
        }
    }
}
