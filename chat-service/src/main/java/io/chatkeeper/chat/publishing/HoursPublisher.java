package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.HoursEvent;
import io.chatkeeper.chat.chat.TransferEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicHoursEvent;
import io.chatkeeper.contract.PublicTransferEvent;

/// The public forms of what becomes of chats outside a desk's hours, and on the way to a skill.
final class HoursPublisher {
    private HoursPublisher() {}

    static PublicChatEvent ofTransfer(TransferEvent event) {
        return switch (event) {
            case TransferEvent.TransferMovedOn e ->
                    new PublicTransferEvent.TransferMovedOn(
                            e.chatId(),
                            e.transferId(),
                            e.fromAgent(),
                            e.fromDesk(),
                            e.toDesk(),
                            e.wants());
        };
    }

    static PublicChatEvent ofHours(HoursEvent event) {
        return switch (event) {
            case HoursEvent.DeskFoundClosed e ->
                    new PublicHoursEvent.DeskFoundClosed(
                            e.chatId(),
                            e.asked(),
                            e.desk(),
                            e.opensAt(),
                            e.transferId(),
                            e.followUpId());
        };
    }
}
