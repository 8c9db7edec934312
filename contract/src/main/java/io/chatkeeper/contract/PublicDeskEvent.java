package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What has happened in a desk's line.
public sealed interface PublicDeskEvent extends PublicEvent {
    String deskId();

    /// @param place the place in line, from 1
    record ChatQueued(String deskId, String chatId, @Nullable String transferId, int place)
            implements PublicDeskEvent {}

    /// The desk asks this agent for a slot.
    ///
    /// @param because why this agent and no other, in words for a lead
    record ChatOffered(
            String deskId,
            String chatId,
            @Nullable String transferId,
            String agentId,
            String because)
            implements PublicDeskEvent {}

    /// The agent had no slot; the chat keeps its place.
    record OfferDeclined(String deskId, String chatId, String agentId, String reason)
            implements PublicDeskEvent {}

    record ChatPlaced(String deskId, String chatId, String agentId) implements PublicDeskEvent {}

    record ChatLeftLine(String deskId, String chatId, String reason) implements PublicDeskEvent {}

    record MemberNoted(String deskId, AgentProfile profile, AgentStatus status, int held)
            implements PublicDeskEvent {}
}
