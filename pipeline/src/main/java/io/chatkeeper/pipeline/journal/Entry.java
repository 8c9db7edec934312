package io.chatkeeper.pipeline.journal;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stored event with everything that is kept about it, for ever.
///
/// @param sequence position in the stream, from 1 without gaps (P3)
/// @param time the decision time: the broker's timestamp of the command record
/// @param fingerprint of the command's content: the same id with another one is a reused key (P2)
/// @param source the record that carried the command, by which a redelivery is recognised
/// @param origin for a policy's command: the foreign event it reacts to
/// @param wakeAt when the stream wants to be woken, as of this event
/// @param refused commands that were refused since the last entry and whose answer may not have
///   arrived yet: a redelivery gets the same answer again
/// @param payload the event as JSON, exactly as it is hashed
/// @param hash SHA-256 over this entry and the hash of the one before
public record Entry(
        String eventId,
        String type,
        long sequence,
        Instant time,
        Actor actor,
        String commandId,
        String fingerprint,
        String correlationId,
        @Nullable String causationId,
        Source source,
        @Nullable Origin origin,
        @Nullable String sopVersion,
        @Nullable Instant wakeAt,
        @Nullable String traceparent,
        List<RefusedCommand> refused,
        String payload,
        String hash) {
    /// Where a command record stood on Kafka. The topic's own id is kept, because a topic that is
    /// made anew starts its offsets again.
    public record Source(String topicId, int partition, long offset) {}

    /// The foreign event that a policy reacted to, and which of its commands this is.
    public record Origin(String policy, String streamId, long sequence, int index) {}

    /// A command that left no event, with the answer it got.
    public record RefusedCommand(String commandId, String fingerprint, Refusal refusal) {}

    /// Bytes of a payload as it is stored (UTF-8), counted without writing them down.
    public static int sizeOf(String payload) {
        int size = 0;
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if (c < 0x80) {
                size += 1;
            } else if (c < 0x800) {
                size += 2;
            } else if (!Character.isSurrogate(c)) {
                size += 3;
            } else if (Character.isSurrogatePair(
                    c, i + 1 < payload.length() ? payload.charAt(i + 1) : c)) {
                size += 4;
                i++;
            } else {
                size += 1; // A surrogate alone is stored as a question mark.
            }
        }
        return size;
    }

    /// The same entry with its place in the chain.
    public Entry chained(String hashOfEntry) {
        return new Entry(
                eventId,
                type,
                sequence,
                time,
                actor,
                commandId,
                fingerprint,
                correlationId,
                causationId,
                source,
                origin,
                sopVersion,
                wakeAt,
                traceparent,
                refused,
                payload,
                hashOfEntry);
    }
}
