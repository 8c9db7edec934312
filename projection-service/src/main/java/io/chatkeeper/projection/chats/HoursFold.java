package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicHoursEvent;
import io.chatkeeper.contract.PublicHoursEvent.DeskFoundClosed;
import tools.jackson.databind.node.ObjectNode;

/// The closed desks to which the chat or a transfer of it came.
final class HoursFold {
    private HoursFold() {}

    static void fold(ObjectNode chat, PublicHoursEvent event, String at) {
        switch (event) {
            case DeskFoundClosed found -> {
                ObjectNode row = chat.withArray("closedDesks").addObject();
                row.put("asked", found.asked());
                row.put("desk", found.desk());
                row.put("at", at);
                if (found.opensAt() != null) {
                    row.put("opensAt", found.opensAt().toString());
                }
                if (found.transferId() != null) {
                    row.put("transferId", found.transferId());
                }
                if (found.followUpId() != null) {
                    row.put("followUpId", found.followUpId());
                }
            }
        }
    }
}
