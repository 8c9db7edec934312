package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.Ladder.Step;

/// What escalations, and what becomes of them, do to the state of a chat.
final class LadderHistory {
    private LadderHistory() {}

    static Chat.Opened escalated(Chat.Opened chat, ChatEvent.ChatEscalated escalated) {
        Step step =
                Step.asked(
                        escalated.escalationId(),
                        escalated.to(),
                        escalated.toDesk(),
                        escalated.byAgent());
        Standing standing = chat.standing().escalated(escalated.to());
        return chat.with(standing.with(standing.ladder().with(step)));
    }

    /// Who takes the chat takes everything over that was asked for.
    static Chat.Opened takenOver(Chat.Opened chat, ChatEvent.ChatTakenOver taken) {
        return with(
                chat,
                chat.standing()
                        .ladder()
                        .changing(
                                Step::isOpen,
                                step -> step.takenOver(taken.agentId(), taken.fromAgent())));
    }

    static Chat.Opened evolve(Chat.Opened chat, ChatEvent.OfLadder event) {
        Ladder ladder = chat.standing().ladder();
        return switch (event) {
            case LadderEvent.HelpAsked e ->
                    with(chat, ladder.changing(e.escalationId(), s -> s.asking(e.agentId())));
            case LadderEvent.EscalationClimbed e ->
                    chat.with(
                            chat.standing()
                                    .escalated(e.to())
                                    .with(
                                            ladder.changing(
                                                    e.escalationId(),
                                                    s -> s.climbed(e.to(), e.toDesk()))));
            case LadderEvent.EscalationHelped e ->
                    with(chat, ladder.changing(e.escalationId(), s -> s.helping(e.agentId())));
            case LadderEvent.EscalationReturned e ->
                    with(chat, ladder.changing(e.escalationId(), Step::returned));
            case LadderEvent.EscalationReviewed e ->
                    with(chat, ladder.changing(e.escalationId(), Step::seen));
        };
    }

    private static Chat.Opened with(Chat.Opened chat, Ladder ladder) {
        return chat.with(chat.standing().with(ladder));
    }
}
