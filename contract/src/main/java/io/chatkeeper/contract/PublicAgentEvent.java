package io.chatkeeper.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has happened to an agent's profile, status and slots. Each event says how many slots are
/// held afterwards, so that desks and views need no arithmetic of their own.
public sealed interface PublicAgentEvent extends PublicEvent {
    String agentId();

    record AgentDefined(AgentProfile profile, AgentStatus status, int held)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record AgentStatusChanged(AgentProfile profile, AgentStatus status, int held)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record SlotGranted(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// A lead took the chat over and holds a slot for it, whatever the capacity says.
    record SlotOccupied(
            AgentProfile profile, AgentStatus status, int held, String chatId, String desk)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// @param desk on whose behalf it was asked; null for a transfer straight to the agent
    /// @param reason `not-available`, `full`, `not-a-member` (of the desk) or `unknown-agent`
    record SlotRefused(
            String agentId,
            String chatId,
            @Nullable String desk,
            @Nullable String transferId,
            String reason)
            implements PublicAgentEvent {}

    record SlotReleased(AgentProfile profile, AgentStatus status, int held, String chatId)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// @param until when that holds without another word
    record ConsoleSeen(String agentId, String gateway, Instant until) implements PublicAgentEvent {}

    /// @param elsewhere whether another gateway sees the console
    /// @param awayAt when the agent counts as away; null if nothing follows
    /// @param giveBackAt when the agent's chats go back to the line; null if nothing follows
    record ConsoleLost(
            String agentId,
            String gateway,
            boolean elsewhere,
            @Nullable Instant awayAt,
            @Nullable Instant giveBackAt)
            implements PublicAgentEvent {}

    /// Nobody has seen the agent for too long: others are to serve these chats.
    record ChatsGivenBack(String agentId, List<String> chats) implements PublicAgentEvent {}
}
