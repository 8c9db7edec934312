package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.listening.EventListening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What Spring's listener container does for a batch listener: poll, hand over, commit; a batch
/// that fails comes again after a while, for as long as it takes.
final class Container implements ConsumerRebalanceListener {
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Life life;
    private final House house;
    private final List<String> topics;
    private final EventListening listening;
    private final String group;
    private final Handled handled;
    private final SimulatedConsumer consumer;
    private final Consumer<String, byte[]> proxy;

    Container(
            Life life,
            House house,
            String group,
            List<String> topics,
            EventListening listening,
            Handled handled) {
        this.life = life;
        this.house = house;
        this.topics = topics;
        this.listening = listening;
        this.group = group;
        this.handled = handled;
        this.consumer = house.consumer(life, group);
        this.proxy = consumer.proxy();
    }

    void start() {
        life.start("listening-" + topics, this::listen);
    }

    private void listen() {
        try {
            consumer.subscribe(topics, this);
            while (true) {
                ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
                if (!batch.isEmpty()) {
                    take(batch);
                }
            }
        } catch (RuntimeException | Error e) {
            house.failed("a container died", e);
        }
    }

    private void take(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        batch.forEach(records::add);
        try {
            Duration hanging = house.faults().hangs().plus(house.drift().lag(life));
            if (!hanging.isZero()) {
                life.waitFor(hanging);
            }
            listening.onMessage(records);
            handled.took(group, records);
            house.nightfall(life);
            life.reach(Step.BATCH_HANDLED);
        } catch (RuntimeException later) {
            consumer.backTo(batch);
            life.waitFor(RETRY);
            return;
        }
        try {
            consumer.commit(behind(batch));
        } catch (CommitFailedException e) {
            // The partition has moved: whoever has it now handles these records again.
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> behind(
            ConsumerRecords<String, byte[]> batch) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : batch.partitions()) {
            long last = batch.records(partition).getLast().offset();
            offsets.put(partition, new OffsetAndMetadata(last + 1));
        }
        return offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        listening.onPartitionsAssigned(proxy, partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        listening.onPartitionsLost(proxy, partitions);
    }

    /// A batch is committed before the next poll, so nothing is left to commit here.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        listening.onPartitionsRevokedAfterCommit(proxy, partitions);
    }
}
