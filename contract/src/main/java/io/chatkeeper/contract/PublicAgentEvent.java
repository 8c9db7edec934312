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

    /// @param reason `silent` if several offers in a row were not answered; null if somebody said
    ///   so
    record AgentStatusChanged(
            AgentProfile profile, AgentStatus status, int held, @Nullable String reason)
            implements PublicAgentEvent {
        /// Somebody said so.
        public AgentStatusChanged(AgentProfile profile, AgentStatus status, int held) {
            this(profile, status, held, null);
        }

        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// A chat is offered, and a slot is held until the agent has answered.
    ///
    /// @param answerBy when the offer goes to the next one
    /// @param offer which of the desk's offers it is
    record SlotHeld(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId,
            Instant answerBy,
            @Nullable Long offer)
            implements PublicAgentEvent {
        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// The offer is over without the agent taking the chat; its slot is free again.
    ///
    /// @param reason `declined`, `no-answer`, `withdrawn`, or the status the agent went into
    /// @param words of an agent who declined
    /// @param offer which of the desk's offers it was
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
            implements PublicAgentEvent {
        /// The reason of somebody who said no.
        public static final String DECLINED = "declined";

        /// The reason of somebody who said nothing.
        public static final String NO_ANSWER = "no-answer";

        /// The reason where the desk needs no answer any more.
        public static final String WITHDRAWN = "withdrawn";

        @Override
        public String agentId() {
            return profile.agentId();
        }
    }

    /// @param offer which of the desk's offers it answers; null for a transfer straight to the
    ///   agent
    record SlotGranted(
            AgentProfile profile,
            AgentStatus status,
            int held,
            String chatId,
            String desk,
            @Nullable String transferId,
            @Nullable Long offer)
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
    /// @param offer which of the desk's offers it answers; null without a desk
    record SlotRefused(
            String agentId,
            String chatId,
            @Nullable String desk,
            @Nullable String transferId,
            String reason,
            @Nullable Long offer)
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
