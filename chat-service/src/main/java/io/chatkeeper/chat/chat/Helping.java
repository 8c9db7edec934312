package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.Ladder.Stage;
import io.chatkeeper.chat.chat.Ladder.Step;
import io.chatkeeper.chat.chat.LadderEvent.EscalationClimbed;
import io.chatkeeper.chat.chat.LadderEvent.EscalationHelped;
import io.chatkeeper.chat.chat.LadderEvent.EscalationReturned;
import io.chatkeeper.chat.chat.LadderEvent.EscalationReviewed;
import io.chatkeeper.chat.chat.LadderEvent.HelpAsked;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.LadderCommand;
import io.chatkeeper.contract.LadderCommand.AskForHelp;
import io.chatkeeper.contract.LadderCommand.ClimbLadder;
import io.chatkeeper.contract.LadderCommand.HelpEscalation;
import io.chatkeeper.contract.LadderCommand.ReturnEscalation;
import io.chatkeeper.contract.LadderCommand.ReviewEscalation;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.Sop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows an escalation: whoever is there is asked, helps, and only then takes over; gives
/// the chat back; and somebody else looks at how it went (R92, R99, R100).
final class Helping {
    private Helping() {}

    static List<ChatEvent> decide(Chat.Opened chat, LadderCommand command, Decision by, Sop sop)
            throws Refused {
        return switch (command) {
            case AskForHelp ask -> ask(chat, ask);
            case ClimbLadder climb -> climb(chat, climb, sop);
            case HelpEscalation help -> help(chat, help, by.actor());
            case ReturnEscalation back -> giveBack(chat, back, by, sop);
            case ReviewEscalation review -> review(chat, review, by.actor());
        };
    }

    /// Why a chat is not simply taken from its agent: somebody has asked for help, and nobody has
    /// helped yet (R100).
    static List<Violation> helpFirst(Chat.Opened chat, Sop sop) {
        Ladder ladder = chat.standing().ladder();
        Chat.Serving serving = chat.serving();
        boolean unhelped =
                ladder.first(Step::isOpen).isPresent()
                        && ladder.first(step -> step.stage() == Stage.HELPING).isEmpty();
        return serving != null && sop.escalation().helpFirst() && unhelped
                ? List.of(
                        new Violation(
                                "help-first",
                                "R100",
                                Severity.WARN,
                                null,
                                "Help %s first; take over if that is not enough."
                                        .formatted(serving.name()),
                                null,
                                true))
                : List.of();
    }

    /// The chat leaves whoever had taken it over: what they were asked for is done.
    static List<ChatEvent> returnedBy(Chat.Opened chat, String receiver) {
        return chat.standing().ladder().steps().stream()
                .filter(step -> step.stage() == Stage.TAKEN_OVER && !receiver.equals(step.helper()))
                .<ChatEvent>map(step -> returned(chat, step, null))
                .toList();
    }

    private static List<ChatEvent> ask(Chat.Opened chat, AskForHelp ask) throws Refused {
        Step step = waiting(chat, ask.escalationId(), ask.desk());
        return chat.isServedBy(ask.agentId())
                ? List.of()
                : List.of(
                        new HelpAsked(
                                ask.chatId(),
                                step.id(),
                                ask.agentId(),
                                ask.agentName(),
                                ask.desk()));
    }

    /// At the top it stays, and everybody who watches over chats sees it there.
    private static List<ChatEvent> climb(Chat.Opened chat, ClimbLadder climb, Sop sop)
            throws Refused {
        Step step = waiting(chat, climb.escalationId(), climb.desk());
        Role to = above(step, sop);
        return to == null
                ? List.of()
                : List.of(
                        new EscalationClimbed(
                                climb.chatId(),
                                step.id(),
                                step.to(),
                                to,
                                sop.deskOf(to),
                                "nobody-there"));
    }

    /// The next rung that sits somewhere else; null at the top.
    private static @Nullable Role above(Step step, Sop sop) {
        Role reached = step.to();
        Role next = sop.escalation().next(reached);
        while (next != reached && sop.deskOf(next).equals(step.desk())) {
            reached = next;
            next = sop.escalation().next(reached);
        }
        return next == reached ? null : next;
    }

    /// What routing has found is of use only while the escalation stands where it was looked for.
    private static Step waiting(Chat.Opened chat, String id, String desk) throws Refused {
        return chat.standing()
                .ladder()
                .step(id)
                .filter(step -> step.stage() == Stage.ASKED && step.desk().equals(desk))
                .orElseThrow(() ->
                        Refused.conflict(
                                "stale-escalation", "This escalation asks nobody there any more."));
    }

    private static List<ChatEvent> help(Chat.Opened chat, HelpEscalation help, Actor actor)
            throws Refused {
        Step step = known(chat, help.escalationId());
        if (!step.isOpen()) {
            throw Refused.conflict("escalation-over", "Nobody waits for help here any more.");
        }
        if (chat.isServedBy(actor.id())) {
            throw Refused.conflict("yours-already", "You are responsible for this chat already.");
        }
        if (step.isHelpedBy(actor.id())) {
            throw Refused.conflict("helping-already", "You are helping here already.");
        }
        if (actor.role() == null || !actor.role().ranksAtLeast(step.to())) {
            throw Refused.conflict("below-the-rung", "This was escalated higher than you are.");
        }
        return List.of(
                new EscalationHelped(help.chatId(), step.id(), actor.id(), help.agentName()));
    }

    private static List<ChatEvent> giveBack(
            Chat.Opened chat, ReturnEscalation back, Decision by, Sop sop) throws Refused {
        Step step = known(chat, back.escalationId());
        if (back.outcome().plain().isBlank()) {
            throw Verdict.malformed("Say what was done, so that the agent can go on.");
        }
        if (step.isHelpedBy(by.actor().id())) {
            return List.of(returned(chat, step, Conversation.masked(back.outcome())));
        }
        if (step.stage() != Stage.TAKEN_OVER || !chat.isServedBy(by.actor().id())) {
            throw Refused.conflict("not-helping", "You neither help here nor have taken over.");
        }
        if (step.from() == null || chat.handover() != null) {
            throw Refused.conflict(
                    "nobody-to-return-to", "Hand the chat to a desk or to somebody else instead.");
        }
        return Transfers.request(
                chat,
                new TransferChat(
                        back.chatId(),
                        "transfer-" + by.commandId(),
                        null,
                        step.from(),
                        back.outcome(),
                        back.overrides(),
                        null),
                by,
                sop);
    }

    private static EscalationReturned returned(
            Chat.Opened chat, Step step, @Nullable PersonalText outcome) {
        String helper = step.helper();
        if (helper == null) {
            throw new IllegalStateException("nobody helped with " + step.id());
        }
        return new EscalationReturned(chat.identity().chatId(), step.id(), helper, outcome);
    }

    private static List<ChatEvent> review(Chat.Opened chat, ReviewEscalation review, Actor actor)
            throws Refused {
        Step step = known(chat, review.escalationId());
        if (step.reviewed()) {
            throw Refused.conflict("reviewed-already", "Somebody has reviewed this already.");
        }
        if (actor.isAgent(step.by())) {
            throw Refused.conflict("own-escalation", "Somebody else reviews what you escalated.");
        }
        PersonalText remark = review.remark();
        if (review.verdict() == ReviewVerdict.AGAINST_POLICY
                && (remark == null || remark.plain().isBlank())) {
            throw Verdict.malformed("Say what was against the procedure.");
        }
        return List.of(
                new EscalationReviewed(
                        review.chatId(),
                        step.id(),
                        actor.id(),
                        review.verdict(),
                        remark == null ? null : Conversation.masked(remark),
                        step.helped()));
    }

    private static Step known(Chat.Opened chat, String id) throws Refused {
        return chat.standing()
                .ladder()
                .step(id)
                .orElseThrow(() ->
                        Refused.notFound("unknown-escalation", "There is no such escalation."));
    }
}
