package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Wants;

/// Everything that can have happened to a transfer on its way to somebody with a skill. Stored for
/// ever: add cases, never rename one.
public sealed interface TransferEvent extends ChatEvent.OfTransfer {
    /// Nobody at one desk has the skill; it is looked for at the next one of the procedure.
    record TransferMovedOn(
            String chatId,
            String transferId,
            String fromAgent,
            String fromDesk,
            String toDesk,
            Wants wants)
            implements TransferEvent {}
}
