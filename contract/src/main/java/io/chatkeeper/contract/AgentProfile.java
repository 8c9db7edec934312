package io.chatkeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who an agent is and what they can take.
///
/// @param skills words such as `billing`, which the topic of a chat may name
/// @param languages two or three small letters each, such as `es`; none means not known
/// @param capacity how many chats at once, from 1 to 50
public record AgentProfile(
        String agentId,
        String name,
        Role role,
        String homeDesk,
        List<String> helpsAt,
        List<String> skills,
        @Nullable List<String> languages,
        int capacity) {
    /// Nobody has told the languages.
    public AgentProfile(
            String agentId,
            String name,
            Role role,
            String homeDesk,
            List<String> helpsAt,
            List<String> skills,
            int capacity) {
        this(agentId, name, role, homeDesk, helpsAt, skills, null, capacity);
    }

    /// Whether the agent is known to speak it.
    public boolean speaks(String language) {
        return languages != null && languages.contains(language);
    }

    /// Every desk the agent serves, the home desk first.
    public List<String> desks() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(homeDesk), helpsAt.stream())
                .distinct()
                .toList();
    }
}
