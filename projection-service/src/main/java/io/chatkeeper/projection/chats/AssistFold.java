package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.PublicAssistEvent;
import io.chatkeeper.contract.PublicAssistEvent.AssistClaimed;
import io.chatkeeper.contract.PublicAssistEvent.AssistFellSilent;
import io.chatkeeper.contract.PublicAssistEvent.AssistLinked;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the chat document shows of help that is asked for: in the assist chat what was asked and
/// whether somebody has disappeared (R86), in the customer's chat the way there.
final class AssistFold {
    private static final String SILENT = "silentSince";

    private AssistFold() {}

    static void open(ObjectNode chat, Assist assist, JsonMapper json) {
        chat.set("assist", json.valueToTree(assist));
    }

    static void fold(ObjectNode chat, PublicAssistEvent event, String at) {
        switch (event) {
            case AssistClaimed claimed -> {
                chat.withObject("assist").put("claimedBy", claimed.agentId()).put("claimedAt", at);
                spoke(chat);
            }
            case AssistFellSilent _ -> chat.put(SILENT, at);
            case AssistLinked linked ->
                    chat.withArray("assists")
                            .addObject()
                            .put("chatId", linked.assistChatId())
                            .put("reference", linked.assistReference())
                            .put("agentId", linked.agentId())
                            .put("at", at);
        }
    }

    /// Somebody wrote: nobody has disappeared.
    static void spoke(ObjectNode chat) {
        chat.remove(SILENT);
    }
}
