package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// Waits until a consumer group has passed the end that a partition had when the wait began. The
/// group commits an offset only after the commands that follow from it are on their topic.
public final class CatchUp {
    private static final Duration STEP = Duration.ofMillis(20);

    private final Offsets offsets;
    private final String group;
    private final Partitioning partitioning;
    private final Pause pause;

    public CatchUp(Offsets offsets, String group, Partitioning partitioning, Pause pause) {
        this.offsets = offsets;
        this.group = group;
        this.partitioning = partitioning;
        this.pause = pause;
    }

    /// Waits for the partitions of all these keys.
    ///
    /// @throws StoreUnavailable if the broker does not answer; the wake-up then rings again later
    public void await(String topic, Stream<String> keys) {
        keys.mapToInt(partitioning::of)
                .distinct()
                .forEach(number -> await(new TopicPartition(topic, number)));
    }

    private void await(TopicPartition partition) {
        long end = offsets.end(partition);
        try {
            while (offsets.committed(group, partition) < end) {
                pause.of(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("catch-up was interrupted", e);
        }
    }
}
