package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.AssignmentRefused;
import io.chatkeeper.chat.chat.ChatEvent.ChatAssigned;
import io.chatkeeper.contract.ChatCommand.AssignChat;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Decision;
import java.util.List;

/// Routing's answer to a waiting chat or a transfer. It may come too late; then the chat says so in
/// an event, because somewhere a slot is held for it.
final class Assignments {
    private Assignments() {}

    static List<ChatEvent> assign(Chat.Opened chat, AssignChat assign, Decision by) {
        if (!Legality.plays(chat, by.actor(), ChatPart.SYSTEM)) {
            return List.of(refused(assign, "not-routing"));
        }
        return wanted(chat, assign)
                ? List.of(
                        new ChatAssigned(
                                assign.chatId(),
                                assign.agentId(),
                                assign.agentName(),
                                assign.desk(),
                                assign.transferId()))
                : List.of(refused(assign, "stale"));
    }

    private static boolean wanted(Chat.Opened chat, AssignChat assign) {
        if (assign.transferId() == null) {
            return chat.state() == ChatState.WAITING;
        }
        return chat.state() == ChatState.TRANSFERRING
                && chat.handover() != null
                && chat.handover().transferId().equals(assign.transferId())
                && chat.handover().receiver() == null;
    }

    static AssignmentRefused refused(AssignChat assign, String reason) {
        return new AssignmentRefused(
                assign.chatId(), assign.agentId(), assign.transferId(), reason);
    }
}
