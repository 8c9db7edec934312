package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// Who wrote a message, with the name that is shown beside it.
public record Author(ActorKind kind, @Nullable String id, @Nullable String name) {}
