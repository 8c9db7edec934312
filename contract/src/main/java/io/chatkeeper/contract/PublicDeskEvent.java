package io.chatkeeper.contract;

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
    record ChatOffered(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String because,
            @Nullable List<String> passedOver)
            implements PublicDeskEvent {
        /// An offer beside which nobody was passed over.
        public ChatOffered(
                String deskId,
                String chatId,
                @Nullable String transferId,
                String agentId,
                String because) {
            this(deskId, chatId, transferId, agentId, because, null);
        }
    }

    /// The agent had no slot; the chat keeps its place.
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
