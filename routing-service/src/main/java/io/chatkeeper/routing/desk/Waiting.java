package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.Wants;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chat in the line, or a transfer of one.
///
/// @param ticket who came earlier has the smaller one
/// @param notAgent who is not to be asked: the sender of the transfer
/// @param asked who has been asked, and how often they had changed by then
/// @param askedNow whose answer is awaited
record Waiting(
        long ticket,
        String chatId,
        @Nullable String transferId,
        @Nullable String notAgent,
        Wants wants,
        Map<String, Long> asked,
        @Nullable String askedNow) {
    Waiting {
        asked = Map.copyOf(asked);
    }

    boolean isFor(String chat, @Nullable String transfer) {
        return chatId.equals(chat) && Objects.equals(transferId, transfer);
    }

    boolean awaits(String agentId) {
        return agentId.equals(askedNow);
    }

    /// Who has been asked is asked again only once something about them has changed.
    boolean hasAsked(Member member) {
        return Objects.equals(asked.get(member.agentId()), member.changes());
    }

    /// Anybody may be asked who has what the chat wants; what holds for one such chat holds for all
    /// that want the same.
    boolean isOpenToAll() {
        return notAgent == null && asked.isEmpty();
    }

    Waiting offeredTo(String agentId, long changes) {
        Map<String, Long> all = new HashMap<>(asked);
        all.put(agentId, changes);
        return new Waiting(ticket, chatId, transferId, notAgent, wants, all, agentId);
    }

    Waiting declined() {
        return new Waiting(ticket, chatId, transferId, notAgent, wants, asked, null);
    }
}
