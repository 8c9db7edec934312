package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicChatEvent.OfClockAct;
import io.chatkeeper.contract.PublicClockActEvent.CustomerInformed;
import io.chatkeeper.contract.PublicClockActEvent.PeopleNotified;
import io.chatkeeper.contract.PublicClockActEvent.TransferReassigned;
import io.chatkeeper.projection.views.Documents;
import tools.jackson.databind.node.ObjectNode;

/// What the chat document shows of what was done because of clocks: who was told, what the customer
/// heard, and which transfer goes on without its receiver.
final class ClockActFold {
    private ClockActFold() {}

    static void fold(ObjectNode chat, OfClockAct event, String at) {
        switch (event) {
            case PeopleNotified told -> {
                ObjectNode notice = notice(chat, told.clock(), told.stage(), "notify", at);
                Documents.put(notice, "transferId", told.transferId());
                notice.put("target", told.target());
                Documents.put(notice, "agentId", told.agentId());
                Documents.put(notice, "desk", told.desk());
            }
            case CustomerInformed told -> {
                ObjectNode notice = notice(chat, told.clock(), told.stage(), "inform", at);
                Documents.put(notice, "transferId", told.transferId());
                notice.put("messageId", told.messageId());
            }
            case TransferReassigned again -> {
                ObjectNode notice = notice(chat, again.clock(), again.stage(), "reassign", at);
                notice.put("transferId", again.transferId());
                notice.put("agentId", again.receiver());
                notice.put("desk", again.toDesk());
                TransferFold.again(chat, again.transferId(), again.toDesk());
            }
        }
    }

    private static ObjectNode notice(
            ObjectNode chat, String clock, String stage, String action, String at) {
        return CaseFold.latest(chat, "notices")
                .put("clock", clock)
                .put("stage", stage)
                .put("action", action)
                .put("at", at);
    }
}
