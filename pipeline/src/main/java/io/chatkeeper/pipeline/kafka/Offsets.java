package io.chatkeeper.pipeline.kafka;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// What a broker knows about positions in its partitions.
public interface Offsets {
    /// The offset that the next record of each partition will have.
    ///
    /// @throws io.chatkeeper.pipeline.StoreUnavailable if the broker does not answer
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions);

    /// The offsets at which the group goes on; none for partitions of which it has committed none.
    ///
    /// @throws io.chatkeeper.pipeline.StoreUnavailable if the broker does not answer
    Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions);
}
