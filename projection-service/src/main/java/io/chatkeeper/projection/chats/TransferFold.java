package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicChatEvent.TransferRequested;
import io.chatkeeper.contract.PublicTransferEvent;
import io.chatkeeper.contract.PublicTransferEvent.TransferMovedOn;
import io.chatkeeper.projection.views.Documents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The transfers in the chat document.
final class TransferFold {
    private TransferFold() {}

    static void request(ObjectNode chat, TransferRequested requested, String at) {
        ObjectNode transfer = chat.withArray("transfers").addObject();
        transfer.put("transferId", requested.transferId());
        transfer.put("fromAgent", requested.fromAgent());
        transfer.put("fromDesk", requested.fromDesk());
        if (requested.toDesk() != null) {
            transfer.put("toDesk", requested.toDesk());
        }
        if (requested.toAgent() != null) {
            transfer.put("toAgent", requested.toAgent());
        }
        if (requested.wants() != null && requested.wants().needsSkill()) {
            transfer.put("toSkill", requested.wants().skill());
        }
        Documents.text(transfer, "context", requested.context());
        transfer.put("state", "requested");
        transfer.put("at", at);
        chat.put("openTransfer", requested.transferId());
        chat.put("state", "transferring");
        chat.remove("resolution");
    }

    static ObjectNode ended(ObjectNode chat, String transferId, String state) {
        return Documents.in(chat, "transfers", "transferId", transferId)
                .map(transfer -> transfer.put("state", state))
                .orElseThrow(() -> new IllegalStateException("no such transfer in the view"));
    }

    /// Nobody at one desk has the skill: it is looked for at the next one.
    static void movedOn(ObjectNode chat, PublicTransferEvent event) {
        switch (event) {
            case TransferMovedOn on ->
                    ended(chat, on.transferId(), "requested").put("toDesk", on.toDesk());
        }
    }

    /// Its receiver did not take it: it looks for another one, at that desk.
    static void again(ObjectNode chat, String transferId, String toDesk) {
        ended(chat, transferId, "requested").put("toDesk", toDesk).remove("toAgent");
        chat.remove("receiver");
    }

    static void back(ObjectNode chat, String transferId, String state, @Nullable String reason) {
        ObjectNode transfer = ended(chat, transferId, state);
        if (reason != null) {
            transfer.put("reason", reason);
        }
        chat.remove("receiver");
        chat.remove("openTransfer");
        chat.put("state", "active");
    }
}
