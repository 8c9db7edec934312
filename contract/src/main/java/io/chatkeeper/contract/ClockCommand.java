package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the clocks of a subject can be asked to do.
public sealed interface ClockCommand extends Command permits ClockCommand.Observe, WakeUp {
    /// Something happened that clocks of the SOP may start, meet or cancel on.
    ///
    /// @param occurrence a word of the SOP file's `start` and `stop`
    /// @param at when it happened, which is not when it is decided (P7)
    /// @param desk where it happened, if that is known
    /// @param transferId the transfer it is about, where it is about one
    /// @param followUpId the promise it is about, where it is about one
    /// @param dueAt when that promise is due, if it names a time
    record Observe(
            String subject,
            Occurrence occurrence,
            Instant at,
            SopRef sop,
            @Nullable String desk,
            @Nullable String agentId,
            @Nullable String transferId,
            @Nullable String followUpId,
            @Nullable Instant dueAt)
            implements ClockCommand {
        /// One that is about no promise.
        public Observe(
                String subject,
                Occurrence occurrence,
                Instant at,
                SopRef sop,
                @Nullable String desk,
                @Nullable String agentId,
                @Nullable String transferId) {
            this(subject, occurrence, at, sop, desk, agentId, transferId, null, null);
        }

        @Override
        public String streamId() {
            return StreamId.clock(subject);
        }
    }
}
