package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.HoursEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicHoursEvent;

/// The public forms of what becomes of chats outside a desk's hours.
final class HoursPublisher {
    private HoursPublisher() {}

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
