package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Waits until a consumer group has passed the end that a partition had when the wait began. The
/// group commits an offset only after the commands that follow from it are on their topic.
public final class CatchUp {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final long ASK_LIMIT_SECONDS = 10;

    private final Admin admin;
    private final String group;
    private final Partitioning partitioning;

    public CatchUp(Admin admin, String group, Partitioning partitioning) {
        this.admin = admin;
        this.group = group;
        this.partitioning = partitioning;
    }

    /// @throws StoreUnavailable if the broker does not answer; the wake-up then rings again later
    public void await(String topic, String key) {
        var partition = new TopicPartition(topic, partitioning.of(key));
        long end =
                ask(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                .partitionResult(partition))
                        .offset();
        try {
            while (committed(partition) < end) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("catch-up was interrupted", e);
        }
    }

    private long committed(TopicPartition partition) {
        var offset =
                ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                        .get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static <T> T ask(KafkaFuture<T> answer) {
        try {
            return answer.get(ASK_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("catch-up was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("catch-up: the broker did not answer", e);
        }
    }
}
