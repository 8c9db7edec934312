package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ChatCommand.AcknowledgeTransfer;
import io.chatkeeper.contract.ChatCommand.DeclineTransfer;
import io.chatkeeper.contract.ChatCommand.ReturnTransfer;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.ChatCommand.WithdrawTransfer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Handing a chat over: asked with context, then acknowledged, declined, withdrawn or returned. The
/// sender stays responsible until somebody acknowledges (R44, R48). A lead may hand on what
/// somebody else has; that agent then stays responsible just so.
final class Transfers {
    private Transfers() {}

    static List<ChatEvent> request(Chat.Opened chat, TransferChat transfer, Decision by, Sop sop)
            throws Refused {
        namesOne(transfer);
        if (transfer.toDesk() != null && !sop.desks().containsKey(transfer.toDesk())) {
            throw Verdict.malformed(
                    "There is no desk " + transfer.toDesk() + " in this procedure.");
        }
        Chat.Serving sender = sender(chat);
        if (sender.agentId().equals(transfer.toAgent())) {
            throw Verdict.malformed("The chat is with " + sender.name() + " already.");
        }
        List<Violation> violations = sop.transfer().check(transfer.context().plain());
        Verdict verdict =
                Verdict.on(transfer, transfer.transferId(), violations, transfer.overrides());
        DeskHours.Arrival arrival =
                transfer.toDesk() == null
                        ? null
                        : LeftMessages.arrival(chat, transfer.toDesk(), by, sop);
        if (transfer.toSkill() != null) {
            return verdict.beside(SkillTransfers.requested(chat, sender, transfer, sop));
        }
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new TransferRequested(
                        transfer.chatId(),
                        transfer.transferId(),
                        sender.agentId(),
                        sender.desk(),
                        arrival == null ? null : arrival.desk(),
                        transfer.toAgent(),
                        Conversation.masked(transfer.context()),
                        Wants.of(chat.identity().customer())));
        if (arrival != null) {
            events.addAll(LeftMessages.arrived(chat, arrival, transfer.transferId(), by));
        }
        return verdict.beside(events.toArray(ChatEvent[]::new));
    }

    private static void namesOne(TransferChat transfer) throws Refused {
        if (Stream.of(transfer.toDesk(), transfer.toAgent(), transfer.toSkill())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Verdict.malformed("Name a desk, an agent or a skill, and only one of them.");
        }
    }

    static List<ChatEvent> acknowledge(Chat.Opened chat, AcknowledgeTransfer taken) throws Refused {
        Chat.Handover handover = current(chat, taken.transferId());
        Chat.Serving receiver = handover.receiver();
        if (receiver == null) {
            throw Refused.conflict("no-receiver", "Nobody has been found for this transfer yet.");
        }
        List<ChatEvent> events = new ArrayList<>();
        events.add(
                new TransferAcknowledged(
                        taken.chatId(),
                        taken.transferId(),
                        receiver.agentId(),
                        receiver.name(),
                        receiver.desk(),
                        sender(chat).agentId()));
        events.addAll(LeftMessages.owedBy(chat, receiver.agentId()));
        events.addAll(Helping.returnedBy(chat, receiver.agentId()));
        return events;
    }

    static List<ChatEvent> decline(Chat.Opened chat, DeclineTransfer declined, Decision by)
            throws Refused {
        current(chat, declined.transferId());
        if (declined.reason().plain().isBlank()) {
            throw Verdict.malformed("Say why you decline.");
        }
        return List.of(
                new TransferDeclined(
                        declined.chatId(),
                        declined.transferId(),
                        by.actor().id(),
                        Conversation.masked(declined.reason())));
    }

    static List<ChatEvent> withdraw(Chat.Opened chat, WithdrawTransfer withdrawn) throws Refused {
        Chat.Handover handover = current(chat, withdrawn.transferId());
        return List.of(
                new TransferWithdrawn(
                        withdrawn.chatId(),
                        withdrawn.transferId(),
                        chat.receiver(),
                        handover.toDesk()));
    }

    static List<ChatEvent> giveBack(Chat.Opened chat, ReturnTransfer returned, Decision by, Sop sop)
            throws Refused {
        return returned(chat, current(chat, returned.transferId()), returned.reason(), by, sop);
    }

    /// The chat is back with its sender, and the customer is told (R47).
    static List<ChatEvent> returned(
            Chat.Opened chat, Chat.Handover handover, String reason, Decision by, Sop sop) {
        return List.of(
                new TransferReturned(
                        chat.identity().chatId(),
                        handover.transferId(),
                        chat.receiver(),
                        reason,
                        handover.toDesk()),
                Conversation.fromSystem(
                        chat, sop.transfer().wordsOfReturn(sender(chat).name()), by));
    }

    private static Chat.Handover current(Chat.Opened chat, String transferId) throws Refused {
        Chat.Handover handover = chat.handover();
        if (handover == null || !handover.transferId().equals(transferId)) {
            throw Refused.conflict("stale-transfer", "This transfer is no longer open.");
        }
        return handover;
    }

    private static Chat.Serving sender(Chat.Opened chat) {
        Chat.Serving sender = chat.serving();
        if (sender == null) {
            throw new IllegalStateException("a transfer of a chat that nobody serves");
        }
        return sender;
    }
}
