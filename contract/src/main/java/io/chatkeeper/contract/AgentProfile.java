package io.chatkeeper.contract;

import java.util.List;

/// Who an agent is and what they can take.
///
/// @param capacity how many chats at once, from 1 to 50
public record AgentProfile(
        String agentId,
        String name,
        Role role,
        String homeDesk,
        List<String> helpsAt,
        List<String> skills,
        int capacity) {
    /// Every desk the agent serves, the home desk first.
    public List<String> desks() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(homeDesk), helpsAt.stream())
                .distinct()
                .toList();
    }
}
