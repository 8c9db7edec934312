package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.DefineAgent;
import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.OccupySlot;
import io.chatkeeper.contract.AgentCommand.ReleaseSlot;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.ReturnSlot;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
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
import java.util.List;

/// Decides every command of an agent: first whether the actor may, then what follows.
final class AgentDecision {
    /// How many chats one person may be given at once.
    static final int MOST_CHATS = 50;

    private AgentDecision() {}

    static List<AgentEvent> decide(Agent agent, AgentCommand command, Decision by) throws Refused {
        return switch (command) {
            case DefineAgent define -> define(agent, define.profile(), by.actor());
            case SetAgentStatus set -> setStatus(agent, set, by.actor());
            case ReserveSlot reserve -> {
                onlySystem(by.actor());
                yield List.of(Slots.reserve(agent, reserve));
            }
            case OccupySlot occupy -> {
                onlySystem(by.actor());
                yield Slots.occupy(agent, occupy);
            }
            case ReleaseSlot release -> {
                onlySystem(by.actor());
                yield Slots.release(agent, release);
            }
            case ReturnSlot unused -> {
                onlySystem(by.actor());
                yield Slots.giveBack(agent, unused);
            }
            case SeeConsole see -> {
                onlySystem(by.actor());
                yield Consoles.see(agent, see, by.at());
            }
            case LoseConsole lose -> {
                onlySystem(by.actor());
                yield Consoles.lose(agent, lose, by.at());
            }
            case WakeUp _ -> Consoles.wake(agent, by.at());
        };
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
            case Agent.Defined known ->
                    List.of(new AgentStatusChanged(known.profile(), set.status(), known.held()));
        };
    }

    private static void onlySystem(Actor actor) throws Refused {
        if (actor.kind() != ActorKind.SYSTEM) {
            throw Refused.forbidden("not-routing", "Slots are given and taken by routing alone.");
        }
    }
}
