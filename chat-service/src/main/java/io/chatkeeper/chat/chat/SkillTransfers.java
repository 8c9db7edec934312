package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.TransferRequested;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.TransferCommand;
import io.chatkeeper.contract.TransferCommand.SeekFurther;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.sop.Sop;
import java.util.List;

/// A transfer to a skill. Who has which skill, the desks know: they are asked one after the other,
/// in the order of the procedure, and the first with somebody who has it takes the transfer into
/// its line. Where nobody has it, the chat is back with its sender, who is told why.
final class SkillTransfers {
    private SkillTransfers() {}

    /// Where the search begins, and for what.
    static TransferRequested requested(
            Chat.Opened chat, Chat.Serving sender, TransferChat transfer, Sop sop) throws Refused {
        String skill = transfer.toSkill() == null ? null : Wants.skill(transfer.toSkill());
        if (skill == null) {
            throw Verdict.malformed("Name a skill in a word or two, such as billing.");
        }
        return new TransferRequested(
                transfer.chatId(),
                transfer.transferId(),
                sender.agentId(),
                sender.desk(),
                desks(sop).getFirst(),
                null,
                Conversation.masked(transfer.context()),
                Wants.onlySkilled(chat.identity().customer(), skill));
    }

    static List<ChatEvent> decide(Chat.Opened chat, TransferCommand command, Decision by, Sop sop) {
        return switch (command) {
            case SeekFurther further -> further(chat, further, by, sop);
        };
    }

    /// An answer about a desk at which the transfer is no longer, comes too late.
    private static List<ChatEvent> further(
            Chat.Opened chat, SeekFurther further, Decision by, Sop sop) {
        Chat.Handover handover = chat.handover();
        Chat.Serving sender = chat.serving();
        if (chat.isPast(further.transferId())
                || handover == null
                || sender == null
                || handover.wants() == null
                || handover.receiver() != null
                || !further.deskId().equals(handover.toDesk())) {
            return List.of();
        }
        List<String> desks = desks(sop);
        int next = desks.indexOf(further.deskId()) + 1;
        if (next < desks.size()) {
            return List.of(
                    new TransferEvent.TransferMovedOn(
                            further.chatId(),
                            further.transferId(),
                            sender.agentId(),
                            further.deskId(),
                            desks.get(next),
                            handover.wants()));
        }
        return Transfers.returned(
                chat, handover, "nobody has the skill " + handover.wants().skill(), by, sop);
    }

    private static List<String> desks(Sop sop) {
        return List.copyOf(sop.desks().keySet());
    }
}
