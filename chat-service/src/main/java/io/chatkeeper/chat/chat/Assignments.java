package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.AssignmentRefused;
import io.chatkeeper.chat.chat.ChatEvent.ChatAssigned;
import io.chatkeeper.chat.chat.ChatEvent.ChatGivenBack;
import io.chatkeeper.chat.chat.ChatEvent.TransferWithdrawn;
import io.chatkeeper.contract.ChatCommand.AssignChat;
import io.chatkeeper.contract.ChatCommand.GiveBackChat;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;

/// Routing's answer to a waiting chat or a transfer. It may come too late; then the chat says so in
/// an event, because somewhere a slot is held for it.
final class Assignments {
    private Assignments() {}

    static List<ChatEvent> assign(Chat.Opened chat, AssignChat assign, Decision by) {
        if (!Legality.plays(chat, by.actor(), ChatPart.SYSTEM)) {
            return List.of(refused(assign, "not-routing"));
        }
        if (!wanted(chat, assign)) {
            return List.of(refused(assign, "stale"));
        }
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new ChatAssigned(
                        assign.chatId(),
                        assign.agentId(),
                        assign.agentName(),
                        assign.desk(),
                        assign.transferId()));
        if (assign.transferId() == null) {
            events.addAll(LeftMessages.owedBy(chat, assign.agentId()));
        }
        return events;
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

    /// An agent whom nobody sees any more serves the chat no longer: it waits in line again, at the
    /// desk it was on its way to if it was. A receiver who is lost leaves it with the sender.
    static List<ChatEvent> giveBack(Chat.Opened chat, GiveBackChat lost, Decision by, Sop sop) {
        Chat.Handover handover = chat.handover();
        if (handover != null && lost.agentId().equals(chat.receiver())) {
            return Transfers.returned(chat, handover, "receiver-lost", by, sop);
        }
        if (!chat.isServedBy(lost.agentId())) {
            return List.of();
        }
        List<ChatEvent> events = new ArrayList<>();
        String desk = chat.desk();
        if (handover != null) {
            events.add(
                    new TransferWithdrawn(
                            lost.chatId(),
                            handover.transferId(),
                            chat.receiver(),
                            handover.toDesk()));
            desk = handover.toDesk() == null ? desk : handover.toDesk();
        }
        DeskHours.Arrival arrival = LeftMessages.arrival(chat, desk, by, sop);
        events.add(new ChatGivenBack(lost.chatId(), lost.agentId(), arrival.desk()));
        events.addAll(LeftMessages.arrived(chat, arrival, null, by));
        return events;
    }
}
