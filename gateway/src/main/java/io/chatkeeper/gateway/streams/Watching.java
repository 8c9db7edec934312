package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicChatEvent.ChatAssigned;
import io.chatkeeper.contract.PublicChatEvent.ChatClosed;
import io.chatkeeper.contract.PublicChatEvent.ChatEscalated;
import io.chatkeeper.contract.PublicChatEvent.ChatGivenBack;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicChatEvent.ChatTakenOver;
import io.chatkeeper.contract.PublicChatEvent.TransferAcknowledged;
import io.chatkeeper.contract.PublicChatEvent.TransferRequested;
import io.chatkeeper.contract.PublicClockActEvent.PeopleNotified;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.gateway.identity.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What one agent's stream shows, event by event: the chats they may see (which grow as chats come
/// to them or to their desks), their desks, and who is there. One per connection, never used by two
/// threads at once.
final class Watching {
    private final Caller.Agent agent;
    private final Set<String> desks = new HashSet<>();
    private final Set<String> chats = new HashSet<>();

    Watching(Caller.Agent agent, ObjectNode profile, List<ObjectNode> visible) {
        this.agent = agent;
        profile.withArray("desks").forEach(desk -> desks.add(desk.asString("")));
        visible.forEach(row -> chats.add(row.path("chatId").asString("")));
    }

    /// Remembers a chat that was the agent's at some time, though it may be closed or handed on by
    /// now: a stream that resumes shows what happened to it meanwhile.
    void learn(Recorded recorded) {
        String chat = recorded.envelope().chatId();
        if (chat != null && (comesToMe(recorded.event()) || leavesMe(recorded.event()))) {
            chats.add(chat);
        }
    }

    boolean shows(Recorded recorded) {
        String chat = recorded.envelope().chatId();
        if (chat != null) {
            learn(recorded);
            return agent.seesAll() || chats.contains(chat);
        }
        return switch (recorded.event()) {
            case PublicAgentEvent _ -> true;
            case PublicDeskEvent event -> agent.seesAll() || desks.contains(event.deskId());
            default -> false;
        };
    }

    private boolean comesToMe(PublicEvent event) {
        return switch (event) {
            case ChatOpened opened -> mine(opened.desk()) || isAskedByMe(opened.assist());
            case ChatAssigned assigned -> assigned.agentId().equals(agent.id());
            case TransferRequested requested ->
                    mine(requested.toDesk()) || agent.id().equals(requested.toAgent());
            case ChatEscalated escalated -> mine(escalated.toDesk());
            case PeopleNotified told -> mine(told.desk()) || agent.id().equals(told.agentId());
            case ChatGivenBack back -> mine(back.desk());
            case ChatTakenOver taken -> taken.agentId().equals(agent.id());
            default -> false;
        };
    }

    private boolean leavesMe(PublicEvent event) {
        return switch (event) {
            case ChatClosed closed ->
                    agent.id().equals(closed.agentId())
                            || agent.id().equals(closed.receiver())
                            || mine(closed.desk());
            case TransferAcknowledged taken -> agent.id().equals(taken.fromAgent());
            case ChatGivenBack back -> agent.id().equals(back.agentId());
            case ChatTakenOver taken ->
                    agent.id().equals(taken.fromAgent()) || agent.id().equals(taken.receiver());
            default -> false;
        };
    }

    private boolean isAskedByMe(@Nullable Assist assist) {
        return assist != null && assist.agentId().equals(agent.id());
    }

    private boolean mine(@Nullable String desk) {
        return desk != null && desks.contains(desk);
    }
}
