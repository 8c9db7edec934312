package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// Waits until a consumer group has passed the ends that partitions had when the wait began: by
/// what was handled here, or by what the group has committed. It commits an offset only after the
/// commands that follow from it are on their topic.
public final class CatchUp {
    private static final Duration STEP = Duration.ofMillis(20);

    private final Offsets offsets;
    private final Handled handled;
    private final String group;
    private final Partitioning partitioning;
    private final Pause pause;

    public CatchUp(
            Offsets offsets,
            Handled handled,
            String group,
            Partitioning partitioning,
            Pause pause) {
        this.offsets = offsets;
        this.handled = handled;
        this.group = group;
        this.partitioning = partitioning;
        this.pause = pause;
    }

    /// Waits for the partitions of all these keys.
    ///
    /// @throws StoreUnavailable if the broker does not answer; the wake-up then rings again later
    public void await(String topic, Stream<String> keys) {
        Set<TopicPartition> partitions =
                keys.map(key -> new TopicPartition(topic, partitioning.of(key)))
                        .collect(Collectors.toSet());
        Map<TopicPartition, Long> behind = new HashMap<>(offsets.ends(partitions));
        handled.awaited();
        try {
            await(behind);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("catch-up was interrupted", e);
        } finally {
            handled.served();
        }
    }

    private void await(Map<TopicPartition, Long> behind) throws InterruptedException {
        while (true) {
            CompletableFuture<Void> more = handled.moved();
            behind.entrySet().removeIf(one -> handled.next(group, one.getKey()) >= one.getValue());
            if (behind.isEmpty()) {
                return;
            }
            Map<TopicPartition, Long> committed = offsets.committed(group, behind.keySet());
            behind.entrySet()
                    .removeIf(one -> committed.getOrDefault(one.getKey(), 0L) >= one.getValue());
            if (behind.isEmpty()) {
                return;
            }
            pause.atMost(STEP, more);
        }
    }
}
