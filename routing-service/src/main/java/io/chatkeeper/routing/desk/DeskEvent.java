package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Wants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened in a desk's line. Stored for ever: add cases, never rename
/// one.
public sealed interface DeskEvent {
    String deskId();

    /// Something about a transfer to a skill.
    sealed interface OfSkill extends DeskEvent permits DeskSkillEvent {}

    /// Something about the chat that somebody has been asked to take.
    sealed interface OfOffer extends DeskEvent {}

    /// The desk has opened or closed.
    sealed interface OfHours extends DeskEvent permits DeskHoursEvent {}

    /// @param place the place in line, from 1
    /// @param notAgent who is not to be asked
    record ChatQueued(
            String deskId,
            String chatId,
            @Nullable String transferId,
            int place,
            @Nullable String notAgent,
            @Nullable Wants wants)
            implements DeskEvent {}

    /// @param terms how the agent is asked; null if room is enough
    /// @param offer its number; null in an event of before
    record ChatOffered(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String because,
            @Nullable List<String> passedOver,
            @Nullable OfferTerms terms,
            @Nullable Long offer)
            implements OfOffer {}

    record AnswerAwaited(String deskId, String chatId, String agentId, Instant answerBy)
            implements OfOffer {}

    record OfferTimedOut(String deskId, String chatId, String agentId) implements OfOffer {}

    record OfferWithdrawn(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String reason,
            @Nullable Long offer)
            implements OfOffer {}

    record OfferDeclined(String deskId, String chatId, String agentId, String reason)
            implements OfOffer {}

    record ChatPlaced(String deskId, String chatId, String agentId) implements DeskEvent {}

    record ChatLeftLine(String deskId, String chatId, String reason) implements DeskEvent {}

    record MemberNoted(String deskId, AgentProfile profile, AgentStatus status, int held)
            implements DeskEvent {}

    /// Nothing about the line has changed: somebody was looked for to help with an escalation.
    record HelpFound(
            String deskId,
            String chatId,
            String escalationId,
            String agentId,
            String agentName,
            String because)
            implements DeskEvent {}

    record NobodyThere(String deskId, String chatId, String escalationId, Role lowest)
            implements DeskEvent {}
}
