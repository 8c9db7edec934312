package io.chatkeeper.routing.desk;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat in the line, or a transfer of one.
///
/// @param notAgent who is not to be asked: the sender of the transfer
/// @param asked who has been asked since anything was heard of them
/// @param askedNow whose answer is awaited
record Waiting(
        String chatId,
        @Nullable String transferId,
        @Nullable String notAgent,
        Set<String> asked,
        @Nullable String askedNow) {
    Waiting {
        asked = Set.copyOf(asked);
    }

    boolean isFor(String chat, @Nullable String transfer) {
        return chatId.equals(chat) && Objects.equals(transferId, transfer);
    }

    boolean awaits(String agentId) {
        return agentId.equals(askedNow);
    }

    boolean mayAsk(String agentId) {
        return !agentId.equals(notAgent) && !asked.contains(agentId);
    }

    Waiting offeredTo(String agentId) {
        Set<String> all = new HashSet<>(asked);
        all.add(agentId);
        return new Waiting(chatId, transferId, notAgent, all, agentId);
    }

    Waiting declined() {
        return new Waiting(chatId, transferId, notAgent, asked, null);
    }

    /// Something about this agent has changed: they may be asked again.
    Waiting forgetting(String agentId) {
        if (!asked.contains(agentId)) {
            return this;
        }
        Set<String> others = new HashSet<>(asked);
        others.remove(agentId);
        return new Waiting(chatId, transferId, notAgent, others, askedNow);
    }
}
