package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.MessagePosted;
import io.chatkeeper.chat.chat.ClockActEvent.CustomerInformed;
import io.chatkeeper.chat.chat.ClockActEvent.PeopleNotified;
import io.chatkeeper.chat.chat.ClockActEvent.TransferReassigned;
import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.sop.ClockRule;
import io.chatkeeper.sop.Sop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a clock's procedure wants done in its chat. What is about a transfer that somebody took
/// meanwhile is not done any more (P7).
final class ClockActs {
    private ClockActs() {}

    static List<ChatEvent> act(Chat.Opened chat, ActOnClock act, Decision by, Sop sop)
            throws Refused {
        if (chat.isPast(act.transferId())) {
            return List.of();
        }
        return switch (act.action()) {
            case ClockAction.Notify notify -> List.of(notified(chat, act, notify.target(), sop));
            case ClockAction.Inform inform -> informed(chat, act, inform, by);
            case ClockAction.Reassign _ -> reassigned(chat, act);
            case ClockAction.Escalate _ ->
                    throw Verdict.malformed("An escalation is a command of its own.");
        };
    }

    /// Where the person is not known yet, the people of the desk are meant that has to find one.
    private static PeopleNotified notified(
            Chat.Opened chat, ActOnClock act, String target, Sop sop) {
        Chat.Serving serving = chat.serving();
        return switch (target) {
            case "receiver" -> notified(act, target, chat.receiver(), desk(chat));
            case "responsible" ->
                    notified(act, target, serving == null ? null : serving.agentId(), chat.desk());
            case "lead" -> notified(act, target, null, sop.deskOf(Role.LEAD));
            default -> notified(act, target, null, desk(chat));
        };
    }

    private static PeopleNotified notified(
            ActOnClock act, String target, @Nullable String agentId, String desk) {
        return new PeopleNotified(
                act.chatId(),
                act.actId(),
                act.clockId(),
                act.clock(),
                act.transferId(),
                act.stage(),
                target,
                agentId,
                agentId == null ? desk : null);
    }

    /// The desk whose turn it is: the one a transfer goes to, or else the chat's own.
    private static String desk(Chat.Opened chat) {
        Chat.Handover open = chat.handover();
        if (open == null) {
            return chat.desk();
        }
        if (open.receiver() != null) {
            return open.receiver().desk();
        }
        return open.toDesk() == null ? chat.desk() : open.toDesk();
    }

    private static List<ChatEvent> informed(
            Chat.Opened chat, ActOnClock act, ClockAction.Inform inform, Decision by) {
        if (chat.state() == ChatState.CLOSED) {
            return List.of(); // Nobody would read it.
        }
        String words = ClockRule.words(inform, chat.identity().reference());
        MessagePosted message = Conversation.fromSystem(chat, words, by);
        return List.of(
                message,
                new CustomerInformed(
                        act.chatId(),
                        act.actId(),
                        act.clockId(),
                        act.clock(),
                        act.transferId(),
                        act.stage(),
                        message.messageId()));
    }

    /// A transfer that still waits for somebody stays in its line.
    private static List<ChatEvent> reassigned(Chat.Opened chat, ActOnClock act) {
        Chat.Handover open = chat.handover();
        if (open == null || open.receiver() == null) {
            return List.of();
        }
        return List.of(
                new TransferReassigned(
                        act.chatId(),
                        act.actId(),
                        act.clockId(),
                        act.clock(),
                        open.transferId(),
                        act.stage(),
                        open.receiver().agentId(),
                        desk(chat),
                        open.wants() == null
                                ? Wants.of(chat.identity().customer())
                                : open.wants()));
    }
}
