package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.journal.Entry.RefusedCommand;
import java.util.List;
import java.util.Map;

/// Refusals that were answered and that no entry carries yet. They outlive the stream in memory:
/// the stream's next entry takes them along, whenever it comes, so that a record that is delivered
/// again gets the same answer (P2).
final class ToldRefusals {
    /// Streams with such refusals; the one that has waited longest for its next entry goes first.
    static final int STREAMS = 10_000;

    private final Map<String, List<RefusedCommand>> byStream = CommandMemory.bounded(STREAMS);

    synchronized List<RefusedCommand> of(String streamId) {
        return byStream.getOrDefault(streamId, List.of());
    }

    /// Replaces what the stream's next entry has to take along, the oldest first.
    synchronized void put(String streamId, List<RefusedCommand> refused) {
        byStream.remove(streamId);
        if (!refused.isEmpty()) {
            int spare = Math.max(0, refused.size() - CommandMemory.REFUSALS);
            byStream.put(streamId, List.copyOf(refused.subList(spare, refused.size())));
        }
    }

    synchronized void clear() {
        byStream.clear();
    }
}
