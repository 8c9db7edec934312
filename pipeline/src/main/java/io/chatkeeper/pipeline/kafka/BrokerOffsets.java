package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.StoreUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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
    public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        ask(admin.listOffsets(latest).all()).forEach((one, end) -> ends.put(one, end.offset()));
        return ends;
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((one, offset) -> {
                    if (offset != null && partitions.contains(one)) {
                        committed.put(one, offset.offset());
                    }
                });
        return committed;
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
