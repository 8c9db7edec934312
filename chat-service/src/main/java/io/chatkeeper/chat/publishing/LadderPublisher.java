package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.LadderEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicLadderEvent;

/// The public forms of what becomes of an escalation.
final class LadderPublisher {
    private LadderPublisher() {}

    static PublicChatEvent ofLadder(ChatEvent.OfLadder event) {
        return switch (event) {
            case LadderEvent.HelpAsked e ->
                    new PublicLadderEvent.HelpAsked(
                            e.chatId(), e.escalationId(), e.agentId(), e.agentName(), e.desk());
            case LadderEvent.EscalationClimbed e ->
                    new PublicLadderEvent.EscalationClimbed(
                            e.chatId(), e.escalationId(), e.from(), e.to(), e.toDesk(), e.reason());
            case LadderEvent.EscalationHelped e ->
                    new PublicLadderEvent.EscalationHelped(
                            e.chatId(), e.escalationId(), e.agentId(), e.agentName());
            case LadderEvent.EscalationReturned e ->
                    new PublicLadderEvent.EscalationReturned(
                            e.chatId(), e.escalationId(), e.agentId(), e.outcome());
            case LadderEvent.EscalationReviewed e ->
                    new PublicLadderEvent.EscalationReviewed(
                            e.chatId(),
                            e.escalationId(),
                            e.agentId(),
                            e.verdict(),
                            e.remark(),
                            e.helpedFirst());
        };
    }
}
