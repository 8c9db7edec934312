package io.chatkeeper.contract;

/// What happens to a transfer on its way to somebody with a skill.
public sealed interface PublicTransferEvent extends PublicChatEvent.OfTransfer {
    /// Nobody at one desk has the skill; it is looked for at the next one.
    record TransferMovedOn(
            String chatId,
            String transferId,
            String fromAgent,
            String fromDesk,
            String toDesk,
            Wants wants)
            implements PublicTransferEvent {}
}
