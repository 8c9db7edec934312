package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Patience;
import io.chatkeeper.routing.agent.AgentEvent.AgentCameBack;
import io.chatkeeper.routing.agent.AgentEvent.AgentWentMissing;
import io.chatkeeper.routing.agent.AgentEvent.ChatsGivenBack;
import io.chatkeeper.routing.agent.AgentEvent.ConsoleLost;
import io.chatkeeper.routing.agent.AgentEvent.ConsoleSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The truth about presence: whose console nobody sees is away after a while, and gives the chats
/// back after a longer one. Who comes back goes on with what they were doing.
final class Consoles {
    private Consoles() {}

    /// A gateway says so again when half of the lease is gone; each time it is stored, for the same
    /// word would otherwise change something or nothing by the moment at which it comes.
    static List<AgentEvent> see(Agent agent, SeeConsole see, Instant now) {
        if (!(agent instanceof Agent.Defined known)) {
            return List.of();
        }
        Instant until = now.plus(see.patience().lease());
        List<AgentEvent> events = new ArrayList<>();
        events.add(new ConsoleSeen(see.agentId(), see.gateway(), until, see.patience()));
        AgentStatus before = known.presence().before();
        if (before != null) {
            events.add(new AgentCameBack(known.profile(), before, known.held()));
        }
        return events;
    }

    static List<AgentEvent> lose(Agent agent, LoseConsole lose, Instant now) {
        return agent instanceof Agent.Defined known
                        && known.presence().seen().containsKey(lose.gateway())
                ? List.of(lost(known, lose.gateway(), now))
                : List.of();
    }

    /// What has become due by now, one thing after the other.
    static List<AgentEvent> wake(Agent agent, Instant now) {
        List<AgentEvent> events = new ArrayList<>();
        Agent next = agent;
        while (next instanceof Agent.Defined known) {
            AgentEvent due = due(known, now);
            if (due == null) {
                break;
            }
            events.add(due);
            next = Agent.evolve(next, due);
        }
        return events;
    }

    private static @Nullable AgentEvent due(Agent.Defined agent, Instant now) {
        Presence presence = agent.presence();
        if (!presence.expired(now).isEmpty()) {
            return lost(agent, presence.expired(now).getFirst(), now);
        }
        if (presence.isAwayAt(now)) {
            return new AgentWentMissing(
                    agent.profile(), away(agent.status()), agent.held(), agent.status());
        }
        return presence.givesBackAt(now)
                ? new ChatsGivenBack(agent.agentId(), agent.chats())
                : null;
    }

    /// While another gateway sees the console nothing follows; nor for somebody who has gone and
    /// has no chats.
    private static ConsoleLost lost(Agent.Defined agent, String gateway, Instant now) {
        Presence presence = agent.presence();
        boolean elsewhere = presence.isSeenBeside(gateway);
        boolean gone = away(agent.status()) == agent.status() && agent.held() == 0;
        Patience patience = presence.patience();
        return elsewhere || gone || patience == null
                ? new ConsoleLost(agent.agentId(), gateway, elsewhere, null, null)
                : new ConsoleLost(
                        agent.agentId(),
                        gateway,
                        false,
                        now.plus(patience.away()),
                        now.plus(patience.giveBack()));
    }

    /// What somebody is doing who can't be seen: who had gone stays gone.
    private static AgentStatus away(AgentStatus status) {
        return switch (status) {
            case AVAILABLE, BUSY, WRAP_UP, AWAY -> AgentStatus.AWAY;
            case OFFLINE -> AgentStatus.OFFLINE;
        };
    }
}
