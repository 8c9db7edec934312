package io.chatkeeper.pipeline.kafka;

import java.util.Set;

/// Learns which partitions of the command topic are ours.
public interface PartitionOwner {
    /// These partitions are ours from now on; called before their first record is handled.
    void gained(Set<Integer> partitions);

    /// The partition is no longer ours, or may not be.
    void lost(int partition);
}
