package io.chatkeeper.pipeline.journal;

/// The stream has moved on since it was read: another writer was there, or our own write that we
/// took for failed. Reload and decide again.
public final class JournalConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalConflict(String streamId) {
        super("stream moved on: " + streamId, null, false, false);
    }
}
