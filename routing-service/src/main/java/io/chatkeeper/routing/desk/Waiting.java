package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.Wants;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chat in the line, or a transfer of one.
///
/// @param ticket who came earlier has the smaller one
/// @param notAgent who is not to be asked: the sender of the transfer
/// @param asked who has been asked
record Waiting(
        long ticket,
        String chatId,
        @Nullable String transferId,
        @Nullable String notAgent,
        Wants wants,
        Asked asked) {

    boolean isFor(String chat, @Nullable String transfer) {
        return chatId.equals(chat) && Objects.equals(transferId, transfer);
    }

    /// Whose answer is awaited.
    @Nullable String askedNow() {
        return asked.now();
    }

    boolean awaits(String agentId) {
        return agentId.equals(askedNow());
    }

    /// Anybody may be asked who has what the chat wants; what holds for one such chat holds for all
    /// that want the same.
    boolean isOpenToAll() {
        return notAgent == null && asked.equals(Asked.NOBODY);
    }

    Waiting with(Asked next) {
        return new Waiting(ticket, chatId, transferId, notAgent, wants, next);
    }
}
