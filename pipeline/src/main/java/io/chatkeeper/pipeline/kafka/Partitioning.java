package io.chatkeeper.pipeline.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/// Which partition a stream lies in, as the producer's own partitioner sees it.
public record Partitioning(int partitions) {
    public int of(String streamId) {
        return BuiltInPartitioner.partitionForKey(
                streamId.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
