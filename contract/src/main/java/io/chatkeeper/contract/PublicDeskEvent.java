package io.chatkeeper.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has happened in a desk's line.
public sealed interface PublicDeskEvent extends PublicEvent {
    String deskId();

    /// Something about a transfer to a skill.
    sealed interface OfSkill extends PublicDeskEvent permits PublicDeskSkillEvent {}

    /// The desk has opened or closed.
    sealed interface OfHours extends PublicDeskEvent permits PublicDeskHoursEvent {}

    /// @param place the place in line, from 1
    record ChatQueued(String deskId, String chatId, @Nullable String transferId, int place)
            implements PublicDeskEvent {}

    /// The desk asks this agent for a slot.
    ///
    /// @param because why this agent and no other, in words for a lead
    /// @param passedOver why others were not asked, such as `cam: full (3 of 3)`; at most 8, the
    ///   last one telling how many more; null in an event of before
    /// @param terms how the agent is asked; null if room is enough
    /// @param offer the number of the desk's offer, which its answer names; null in an event of
    ///   before
    record ChatOffered(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String because,
            @Nullable List<String> passedOver,
            @Nullable OfferTerms terms,
            @Nullable Long offer)
            implements PublicDeskEvent {
        /// An offer beside which nobody was passed over.
        public ChatOffered(
                String deskId,
                String chatId,
                @Nullable String transferId,
                String agentId,
                String because) {
            this(deskId, chatId, transferId, agentId, because, null, null, null);
        }
    }

    /// The agent sees the offer and has until then to answer.
    record AnswerAwaited(String deskId, String chatId, String agentId, Instant answerBy)
            implements PublicDeskEvent {}

    /// The agent did not answer in time; the chat keeps its place, and others are asked first.
    record OfferTimedOut(String deskId, String chatId, String agentId) implements PublicDeskEvent {}

    /// The answer is not needed any more.
    record OfferWithdrawn(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String reason,
            @Nullable Long offer)
            implements PublicDeskEvent {}

    /// The agent had no slot, or did not want to; the chat keeps its place.
    record OfferDeclined(String deskId, String chatId, String agentId, String reason)
            implements PublicDeskEvent {}

    record ChatPlaced(String deskId, String chatId, String agentId) implements PublicDeskEvent {}

    record ChatLeftLine(String deskId, String chatId, String reason) implements PublicDeskEvent {}

    record MemberNoted(String deskId, AgentProfile profile, AgentStatus status, int held)
            implements PublicDeskEvent {}

    /// Somebody is there who can help with an escalation. It takes no slot.
    ///
    /// @param because why this one and no other
    record HelpFound(
            String deskId,
            String chatId,
            String escalationId,
            String agentId,
            String agentName,
            String because)
            implements PublicDeskEvent {}

    /// Nobody of that rank is there to help with an escalation.
    record NobodyThere(String deskId, String chatId, String escalationId, Role lowest)
            implements PublicDeskEvent {}
}
