package io.chatkeeper.pipeline.journal;

import java.util.List;

/// A stream as it stood when its bucket began: what its aggregate knew and what it remembered. A
/// convenience, never the truth: whatever it says follows from the entries before it.
///
/// @param bucket the bucket whose first event follows; never 0
/// @param version sequence of the last entry before it
/// @param hash hash of that entry
/// @param shape names the classes and the rules of folding that the state was made with; a snapshot
///   of another shape is passed over
/// @param state the aggregate as JSON
public record Snapshot(
        int bucket, long version, String hash, String shape, String state, Remembered memory) {
    /// What a stream remembers of its commands (P2), oldest first.
    public record Remembered(
            List<Effect> effects,
            List<Entry.RefusedCommand> refusals,
            List<Position> positions,
            List<Mark> marks) {
        /// Nothing yet.
        public static final Remembered NOTHING =
                new Remembered(List.of(), List.of(), List.of(), List.of());
    }

    /// The entries that a command led to.
    public record Effect(
            String commandId, String fingerprint, long first, long last, java.time.Instant at) {}

    /// How far a policy has come in a foreign stream.
    public record Position(String policy, String streamId, long sequence, int index) {}

    /// The last record of a partition that led to an entry.
    public record Mark(String topicId, int partition, long offset) {}

    /// Where the stream ended.
    public StreamEnd end() {
        return new StreamEnd(version, hash, bucket, 0, 0);
    }
}
