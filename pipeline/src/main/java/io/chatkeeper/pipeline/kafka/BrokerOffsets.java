package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.StoreUnavailable;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Asks a real broker.
public final class BrokerOffsets implements Offsets {
    private static final long ASK_LIMIT_SECONDS = 10;

    private final Admin admin;

    public BrokerOffsets(Admin admin) {
        this.admin = admin;
    }

    @Override
    public long end(TopicPartition partition) {
        return ask(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition))
                .offset();
    }

    @Override
    public long committed(String group, TopicPartition partition) {
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
            throw new StoreUnavailable("asking for offsets was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("the broker did not tell its offsets", e);
        }
    }
}
