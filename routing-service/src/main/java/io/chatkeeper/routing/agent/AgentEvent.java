package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to an agent. Stored for ever: add cases, never rename one.
public sealed interface AgentEvent {
    String agentId();

    record AgentDefined(AgentProfile profile, AgentStatus status, int held) implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record AgentStatusChanged(AgentProfile profile, AgentStatus status, int held)
            implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// @param held how many slots are held afterwards
    record SlotGranted(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId)
            implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record SlotOccupied(
            AgentProfile profile, AgentStatus status, int held, String chatId, String desk)
            implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record SlotRefused(
            String agentId,
            String chatId,
            @Nullable String desk,
            @Nullable String transferId,
            String reason)
            implements AgentEvent {}

    /// One of several grants for the same chat was given back; the slot is held for the others.
    record GrantReturned(AgentProfile profile, AgentStatus status, int held, String chatId)
            implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record SlotReleased(AgentProfile profile, AgentStatus status, int held, String chatId)
            implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }
}
