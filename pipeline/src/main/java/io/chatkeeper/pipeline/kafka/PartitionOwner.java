package io.chatkeeper.pipeline.kafka;

/// Learns which partitions of the command topic are ours.
public interface PartitionOwner {
    /// The partition is ours from now on; called before its first record is handled.
    void gained(int partition);

    /// The partition is no longer ours, or may not be.
    void lost(int partition);
}
