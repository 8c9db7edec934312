package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A command as it lies on its topic.
///
/// @param at the broker's timestamp of the record, and so the decision time
/// @param deadline after this decision time the command is refused as expired
/// @param replyTo who waits for the outcome; null if nobody does
/// @param payload the command as JSON
public record CommandRecord(
        Entry.Source source,
        Instant at,
        String commandId,
        String type,
        String streamId,
        Actor actor,
        String correlationId,
        @Nullable String causationId,
        String fingerprint,
        @Nullable Instant deadline,
        @Nullable ReplyTo replyTo,
        Entry.@Nullable Origin origin,
        @Nullable String traceparent,
        byte[] payload) {
    /// The same command as another hop of its trace.
    CommandRecord tracedAs(String hop) {
        return new CommandRecord(
                source,
                at,
                commandId,
                type,
                streamId,
                actor,
                correlationId,
                causationId,
                fingerprint,
                deadline,
                replyTo,
                origin,
                hop,
                payload);
    }

    /// A gateway instance's own partition of the replies topic.
    public record ReplyTo(String instance, int partition) {}
}
