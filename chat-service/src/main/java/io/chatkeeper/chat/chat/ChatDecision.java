package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.*;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.LadderCommand;
import io.chatkeeper.contract.RecordCommand;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.TransferCommand;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.util.List;
import java.util.stream.Stream;

/// Decides every command of a chat: first whether the act is legal in this state for this actor
/// (the table [io.chatkeeper.contract.ChatActs]), then whether the SOP's rules are met (P9).
final class ChatDecision {
    private ChatDecision() {}

    static List<ChatEvent> decide(Chat chat, ChatCommand command, Decision by, Sops sops)
            throws Refused {
        List<ChatEvent> events =
                switch (chat) {
                    case Chat.Unopened _ -> decideUnopened(command, by, sops);
                    case Chat.Opened opened -> decideOpened(opened, command, by, sops);
                };
        return Records.beside(chat, events, by, sops);
    }

    private static List<ChatEvent> decideUnopened(ChatCommand command, Decision by, Sops sops)
            throws Refused {
        return switch (command) {
            case OpenChat open -> Conversation.open(open, by, sops);
            case OpenAssist open -> Assists.open(open, by, sops);
            case WakeUp _ -> List.of();
            case AssignChat assign -> List.of(Assignments.refused(assign, "unknown-chat"));
            case RecordNote note -> List.of(Notes.refused(note, Legality.unknownChat().refusal()));
            default -> throw Legality.unknownChat();
        };
    }

    private static List<ChatEvent> decideOpened(
            Chat.Opened chat, ChatCommand command, Decision by, Sops sops) throws Refused {
        Sop sop = sops.get(chat.identity().sop());
        return switch (command) {
            case OpenChat _, OpenAssist _ ->
                    throw Refused.conflict("chat-exists", "This chat has been opened before.");
            case WakeUp wake -> wake(chat, wake, by);
            case AssignChat assign ->
                    Assists.claimed(chat, Assignments.assign(chat, assign, by), by, sop);
            case RecordNote note -> Notes.record(chat, note, by, sop);
            default -> {
                Legality.check(chat, command, by.actor());
                yield decideLegal(chat, command, by, sop);
            }
        };
    }

    private static List<ChatEvent> wake(Chat.Opened chat, WakeUp wake, Decision by) {
        return Stream.concat(
                        Conversation.wake(chat, wake, by).stream(), Records.wake(chat, by).stream())
                .toList();
    }

    private static List<ChatEvent> decideLegal(
            Chat.Opened chat, ChatCommand command, Decision by, Sop sop) throws Refused {
        try {
            return Assists.claimed(chat, act(chat, command, by, sop), by, sop);
        } catch (Refused refused) {
            return Verdict.recorded(command, refused, sop);
        }
    }

    private static List<ChatEvent> act(Chat.Opened chat, ChatCommand command, Decision by, Sop sop)
            throws Refused {
        return switch (command) {
            case PostMessage post -> post(chat, post, by, sop);
            case LeaveChat _ -> Conversation.leave(chat);
            case TransferChat transfer -> Transfers.request(chat, transfer, by, sop);
            case AcknowledgeTransfer taken -> Transfers.acknowledge(chat, taken);
            case DeclineTransfer declined -> Transfers.decline(chat, declined, by);
            case WithdrawTransfer withdrawn -> Transfers.withdraw(chat, withdrawn);
            case ReturnTransfer returned -> Transfers.giveBack(chat, returned, by, sop);
            case GiveBackChat lost -> Assignments.giveBack(chat, lost, by, sop);
            case EscalateChat escalate -> Escalations.escalate(chat, escalate, by, sop);
            case TakeOverChat _ when chat.isAskedBy(by.actor()) ->
                    throw Refused.conflict("own-request", "Somebody else has to help with this.");
            case TakeOverChat over -> Escalations.takeOver(chat, over, by, sop);
            case ProposeResolution _ -> Closing.propose(chat, by, sop);
            case AnswerResolution answer -> Closing.answer(chat, answer);
            case ResolveChat resolve -> Closing.resolve(chat, resolve, by, sop);
            case CloseChat close -> Closing.close(chat, close, by, sop);
            case ReopenChat reopen -> Afterwards.reopen(chat, reopen, by, sop);
            case RateChat rate -> Afterwards.rate(rate);
            case VerifyCustomer verify -> CaseFile.verify(chat, verify, sop);
            case ClassifyChat classify -> CaseFile.classify(chat, classify, sop);
            case GiveConductWarning warn -> Conduct.warn(chat, warn, by, sop);
            case PromiseFollowUp promise -> FollowUps.promise(chat, promise, by);
            case CompleteFollowUp done -> FollowUps.complete(chat, done, by);
            case SendCustomerUpdate update -> FollowUps.update(chat, update, by, sop);
            case RequestApproval request -> Approvals.request(chat, request, by, sop);
            case DecideApproval decide -> Approvals.decide(chat, decide, by, sop);
            case TakeAction action -> Approvals.act(chat, action, by, sop);
            case LinkAssist link -> Assists.link(link);
            case TransferCommand seek -> SkillTransfers.decide(chat, seek, by, sop);
            case ActOnClock act -> ClockActs.act(chat, act, by, sop);
            case LadderCommand ladder -> Helping.decide(chat, ladder, by, sop);
            case RecordCommand record -> Records.decide(chat, record, by);
            case OpenChat _, OpenAssist _, WakeUp _, AssignChat _, RecordNote _ ->
                    throw new IllegalStateException("decided before");
        };
    }

    private static List<ChatEvent> post(Chat.Opened chat, PostMessage post, Decision by, Sop sop)
            throws Refused {
        if (chat.isAskedBy(by.actor())) {
            return Assists.ask(chat, post, by, sop);
        }
        return by.actor().kind() == ActorKind.VISITOR
                ? Conversation.hear(chat, post, sop)
                : Conversation.say(chat, post, by, sop);
    }
}
