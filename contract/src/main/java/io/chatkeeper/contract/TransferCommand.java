package io.chatkeeper.contract;

/// What a chat can be asked to do about a transfer that looks for a skill.
public sealed interface TransferCommand extends ToChat {
    /// Nobody of that desk has the skill; the next desk may.
    record SeekFurther(String chatId, String transferId, String deskId)
            implements TransferCommand {}
}
