package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;
import java.util.List;

/// A team with a waiting line.
///
/// @param strategy how an agent is chosen, the first word that decides wins (R41)
/// @param entry whether the chats of customers start here
public record DeskRule(
        String id, Role role, String calendar, List<String> strategy, boolean entry) {
    /// Lets nobody change what was read.
    public DeskRule {
        strategy = List.copyOf(strategy);
    }
}
