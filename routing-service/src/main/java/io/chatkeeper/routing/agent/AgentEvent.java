package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Patience;
import io.chatkeeper.contract.PersonalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to an agent. Stored for ever: add cases, never rename one.
public sealed interface AgentEvent {
    String agentId();

    /// Something about whether the agent's console can be seen.
    sealed interface OfPresence extends AgentEvent {}

    /// Something about a chat that the agent has been asked to take.
    sealed interface OfOffer extends AgentEvent {}

    record AgentDefined(AgentProfile profile, AgentStatus status, int held) implements AgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// @param reason why it changed if nobody said so; null if somebody did
    record AgentStatusChanged(
            AgentProfile profile, AgentStatus status, int held, @Nullable String reason)
            implements AgentEvent {
        /// Somebody said so.
        public AgentStatusChanged(AgentProfile profile, AgentStatus status, int held) {
            this(profile, status, held, null);
        }

        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// A slot is held while the agent is being asked.
    ///
    /// @param silences after how many offers in a row without an answer the agent counts as away
    record SlotHeld(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId,
            Instant answerBy,
            int silences,
            @Nullable Long offer)
            implements OfOffer {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record HoldEnded(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId,
            String reason,
            @Nullable PersonalText words,
            @Nullable Long offer)
            implements OfOffer {
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
            @Nullable String transferId,
            @Nullable Long offer)
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
            String reason,
            @Nullable Long offer)
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

    record ConsoleSeen(String agentId, String gateway, Instant until, Patience patience)
            implements OfPresence {}

    record ConsoleLost(
            String agentId,
            String gateway,
            boolean elsewhere,
            @Nullable Instant awayAt,
            @Nullable Instant giveBackAt)
            implements OfPresence {}

    /// @param before what the agent was doing, for when they come back
    record AgentWentMissing(AgentProfile profile, AgentStatus status, int held, AgentStatus before)
            implements OfPresence {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    record AgentCameBack(AgentProfile profile, AgentStatus status, int held) implements OfPresence {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// The slots follow when the chats have gone.
    record ChatsGivenBack(String agentId, List<String> chats) implements OfPresence {}
}
