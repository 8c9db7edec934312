package io.chatkeeper.pipeline.kafka;

import org.apache.kafka.common.TopicPartition;

/// What a broker knows about positions in its partitions.
public interface Offsets {
    /// The offset that the next record of the partition will have.
    ///
    /// @throws io.chatkeeper.pipeline.StoreUnavailable if the broker does not answer
    long end(TopicPartition partition);

    /// The offset at which the group goes on; 0 if it has committed none.
    ///
    /// @throws io.chatkeeper.pipeline.StoreUnavailable if the broker does not answer
    long committed(String group, TopicPartition partition);
}
