package io.chatkeeper.chat.sop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to an SOP. Stored for ever: add cases, never rename one.
public sealed interface SopEvent {
    String sopId();

    /// @param reviewDue when it must be looked at again; null in what was stored before there were
    ///   reminders
    record SopPublished(String sopId, int version, String yaml, @Nullable Instant reviewDue)
            implements SopEvent {}

    /// Whoever looks after the procedure has been reminded (R12).
    record SopReviewDue(String sopId, int version) implements SopEvent {}
}
