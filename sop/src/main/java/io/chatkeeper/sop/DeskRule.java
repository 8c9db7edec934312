package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A team with a waiting line.
///
/// @param strategy how an agent is chosen, the first word that decides wins (R41)
/// @param entry whether the chats of customers start here
/// @param offer how its chats come to its people
/// @param closed what becomes of a chat that comes outside the calendar's hours; null if the desk
///   takes chats whenever somebody is there
public record DeskRule(
        String id,
        Role role,
        String calendar,
        List<String> strategy,
        boolean entry,
        OfferRule offer,
        @Nullable ClosedRule closed) {
    /// Lets nobody change what was read.
    public DeskRule {
        strategy = List.copyOf(strategy);
    }

    /// Whether the desk opens and closes by its calendar.
    public boolean closes() {
        return closed != null;
    }
}
