package io.chatkeeper.pipeline.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads topics for this process alone, without a group, for as long as the process lives: from the
/// beginning, or from a number of records before the end. It never keeps a process alive whose
/// start has failed.
public final class Tail implements AutoCloseable {
    /// How far back "from the beginning" goes.
    public static final long EVERYTHING = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final long back;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker;
    private final Runnable onFailure;
    private final Thread thread;
    private volatile boolean caughtUp;
    private volatile long rounds;

    /// @param back how many records before its end each partition is read from
    /// @param onFailure called when reading dies of something unexpected; stops the process
    public Tail(
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            long back,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker,
            Runnable onFailure) {
        this.consumer = consumer;
        this.partitions = List.copyOf(partitions);
        this.back = back;
        this.taker = taker;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().daemon().name("tail-" + partitions).unstarted(this::read);
    }

    /// All partitions of these topics, as the broker knows them.
    public static List<TopicPartition> partitionsOf(
            Consumer<String, byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    public void start() {
        thread.start();
    }

    /// Whether everything that was there at the start has been read.
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /// Counts on as long as it reads, also where there is nothing new.
    public long rounds() {
        return rounds;
    }

    private void read() {
        try {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = seek();
            while (!Thread.currentThread().isInterrupted()) {
                caughtUp = caughtUp || reached(ends);
                consumer.poll(POLL).forEach(taker);
                rounds = rounds + 1; // Written by this thread alone.
            }
        } catch (WakeupException e) {
            LOG.debug("tail woken to stop");
        } catch (RuntimeException e) {
            LOG.error("tail died: partitions={}", partitions, e);
            onFailure.run();
        } finally {
            consumer.close();
        }
    }

    private Map<TopicPartition, Long> seek() {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        starts.forEach((partition, start) -> {
            long end = Objects.requireNonNull(ends.get(partition));
            consumer.seek(partition, back == EVERYTHING ? start : Math.max(start, end - back));
        });
        return ends;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The topics read, for people.
    @Override
    public String toString() {
        return partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .collect(Collectors.joining(","));
    }
}
