package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What has become of an escalation, as everybody else learns it.
public sealed interface PublicLadderEvent extends PublicChatEvent.OfLadder {
    String escalationId();

    /// Somebody who is there was asked to help.
    record HelpAsked(
            String chatId, String escalationId, String agentId, String agentName, String desk)
            implements PublicLadderEvent {}

    /// @param reason why it did not stay where it was: `nobody-there`
    record EscalationClimbed(
            String chatId, String escalationId, Role from, Role to, String toDesk, String reason)
            implements PublicLadderEvent {}

    /// Somebody helps; the agent stays responsible.
    record EscalationHelped(String chatId, String escalationId, String agentId, String agentName)
            implements PublicLadderEvent {}

    /// The agent goes on alone again, or has the chat back.
    ///
    /// @param agentId who had helped or taken over
    /// @param outcome what was done; null if the chat was simply handed on
    record EscalationReturned(
            String chatId, String escalationId, String agentId, @Nullable PersonalText outcome)
            implements PublicLadderEvent {}

    /// @param helpedFirst whether somebody had helped before anybody took over (R100)
    record EscalationReviewed(
            String chatId,
            String escalationId,
            String agentId,
            ReviewVerdict verdict,
            @Nullable PersonalText remark,
            boolean helpedFirst)
            implements PublicLadderEvent {}
}
