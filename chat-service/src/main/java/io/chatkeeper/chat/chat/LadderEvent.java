package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.Role;
import org.jspecify.annotations.Nullable;

/// Everything that can have become of an escalation. Stored for ever: add cases, never rename one.
public sealed interface LadderEvent extends ChatEvent.OfLadder {
    String escalationId();

    record HelpAsked(
            String chatId, String escalationId, String agentId, String agentName, String desk)
            implements LadderEvent {}

    record EscalationClimbed(
            String chatId, String escalationId, Role from, Role to, String toDesk, String reason)
            implements LadderEvent {}

    record EscalationHelped(String chatId, String escalationId, String agentId, String agentName)
            implements LadderEvent {}

    record EscalationReturned(
            String chatId, String escalationId, String agentId, @Nullable PersonalText outcome)
            implements LadderEvent {}

    record EscalationReviewed(
            String chatId,
            String escalationId,
            String agentId,
            ReviewVerdict verdict,
            @Nullable PersonalText remark,
            boolean helpedFirst)
            implements LadderEvent {}
}
