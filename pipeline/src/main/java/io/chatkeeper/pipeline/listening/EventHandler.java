package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Recorded;
import java.util.List;

/// Takes events one by one, at least once each, in order per stream. Throws
/// [io.chatkeeper.pipeline.StoreUnavailable] when infrastructure fails (the records come again);
/// any other exception makes the event poison: its stream is parked (P8).
public interface EventHandler {
    /// Called before a batch with all that is likely to be handled, so that what it needs can be
    /// fetched at once. A batch that was broken off begins here again.
    default void prepare(List<Recorded> batch) {}

    void handle(Recorded recorded);

    /// Called after a batch, before its offsets are committed: whatever was begun must be safe now.
    default void finish() {}
}
