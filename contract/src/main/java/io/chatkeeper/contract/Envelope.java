package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of an event besides its content: the CloudEvents attributes and our extensions.
///
/// @param sequence position in its stream, from 1 without gaps (P3)
/// @param time the decision time
/// @param causationId the id of the command that caused it
/// @param sopVersion the SOP version the decision was made under, `id@version`
public record Envelope(
        String id,
        String type,
        String streamId,
        long sequence,
        Instant time,
        @Nullable String chatId,
        String correlationId,
        String causationId,
        Actor actor,
        @Nullable String sopVersion,
        @Nullable String traceparent) {
    /// The same as another hop of its trace.
    public Envelope tracedAs(String hop) {
        return new Envelope(
                id,
                type,
                streamId,
                sequence,
                time,
                chatId,
                correlationId,
                causationId,
                actor,
                sopVersion,
                hop);
    }
}
