package io.chatkeeper.pipeline.lanes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chatkeeper.pipeline.journal.Journal;

/// The streams in memory, bounded by weight. Cleared when partitions go: a stale stream would give
/// false refusals.
final class Streams {
    private final Journal journal;
    private final Decisions decisions;
    private final Cache<String, LaneStream> cache;
    private final ToldRefusals told = new ToldRefusals();

    Streams(Journal journal, Decisions decisions, long weight) {
        this.journal = journal;
        this.decisions = decisions;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(weight)
                        .weigher((String _, LaneStream stream) -> stream.weight())
                        .executor(Runnable::run)
                        .build();
    }

    /// The stream as it stands; read from the journal if it is not at hand.
    LaneStream get(String streamId) {
        LaneStream known = cache.getIfPresent(streamId);
        if (known != null) {
            return known;
        }
        LaneStream loaded =
                new LaneStream(streamId, journal.load(streamId, decisions.shapeOf(streamId)));
        cache.put(streamId, loaded);
        return loaded;
    }

    /// Weighs the stream anew after it has grown.
    void keep(LaneStream stream) {
        cache.put(stream.id(), stream);
    }

    /// Refusals that were answered and that no entry carries yet.
    ToldRefusals told() {
        return told;
    }

    /// The stream is read again when it is needed next. What it was told stays: it was told.
    void forget(String streamId) {
        cache.invalidate(streamId);
    }

    void forgetAll() {
        cache.invalidateAll();
        told.clear();
    }
}
