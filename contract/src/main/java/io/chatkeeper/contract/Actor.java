package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// Who acted: a visitor, an agent with a role, or the system itself.
public record Actor(ActorKind kind, String id, @Nullable Role role) {
    /// The system acting through the named policy, timer or seed.
    public static Actor system(String id) {
        return new Actor(ActorKind.SYSTEM, id, null);
    }

    /// An agent who has signed in with this role.
    public static Actor agent(String id, Role role) {
        return new Actor(ActorKind.AGENT, id, role);
    }

    /// The visitor of one chat.
    public static Actor visitor(String chatId) {
        return new Actor(ActorKind.VISITOR, chatId, null);
    }

    /// Whether this is an agent of the given role or one above it.
    public boolean ranksAtLeast(Role lowest) {
        return kind == ActorKind.AGENT && role != null && role.ranksAtLeast(lowest);
    }

    /// Whether this is the agent of that id.
    public boolean isAgent(@Nullable String agentId) {
        return kind == ActorKind.AGENT && id.equals(agentId);
    }
}
