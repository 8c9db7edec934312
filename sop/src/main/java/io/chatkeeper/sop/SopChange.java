package io.chatkeeper.sop;

import org.jspecify.annotations.Nullable;

/// One difference between two versions of a procedure.
///
/// @param path where it is, such as `clocks.first-reply.warn`
/// @param before what the older version says there; null if it says nothing
/// @param after what the newer one says
public record SopChange(String path, Kind kind, @Nullable String before, @Nullable String after) {
    /// What was done.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
