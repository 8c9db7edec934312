package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// Who wrote a message, with the name that is shown beside it.
///
/// @param asks whether it is the agent who asks for help in an assist chat, and not the one who
///   helps
public record Author(
        ActorKind kind, @Nullable String id, @Nullable String name, @Nullable Boolean asks) {
    /// Somebody on the side that one expects of them.
    public Author(ActorKind kind, @Nullable String id, @Nullable String name) {
        this(kind, id, name, null);
    }

    /// The side for whom the chat is: the visitor, or the agent who asks a lead.
    public boolean asking() {
        return kind == ActorKind.VISITOR || Boolean.TRUE.equals(asks);
    }

    /// The side that serves.
    public boolean serving() {
        return kind == ActorKind.AGENT && !asking();
    }
}
