package io.chatkeeper.chat.publishing;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.ClockActEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicClockActEvent;

/// The public forms of what is done because of clocks.
final class ClockActPublisher {
    private ClockActPublisher() {}

    static PublicChatEvent ofClockAct(ChatEvent.OfClockAct event) {
        return switch (event) {
            case ClockActEvent.PeopleNotified e ->
                    new PublicClockActEvent.PeopleNotified(
                            e.chatId(),
                            e.actId(),
                            e.clockId(),
                            e.clock(),
                            e.transferId(),
                            e.stage(),
                            e.target(),
                            e.agentId(),
                            e.desk());
            case ClockActEvent.CustomerInformed e ->
                    new PublicClockActEvent.CustomerInformed(
                            e.chatId(),
                            e.actId(),
                            e.clockId(),
                            e.clock(),
                            e.transferId(),
                            e.stage(),
                            e.messageId());
            case ClockActEvent.TransferReassigned e ->
                    new PublicClockActEvent.TransferReassigned(
                            e.chatId(),
                            e.actId(),
                            e.clockId(),
                            e.clock(),
                            e.transferId(),
                            e.stage(),
                            e.receiver(),
                            e.toDesk(),
                            e.wants());
        };
    }
}
