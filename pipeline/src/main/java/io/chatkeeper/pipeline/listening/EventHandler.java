package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Recorded;

/// Takes events one by one, at least once each, in order per stream. Throws
/// [io.chatkeeper.pipeline.StoreUnavailable] when infrastructure fails (the records come again);
/// any other exception makes the event poison: its stream is parked (P8).
public interface EventHandler {
    void handle(Recorded recorded);

    /// Called after a batch, before its offsets are committed: whatever was begun must be safe now.
    default void finish() {}
}
