package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes commands off their topic into the lanes. No barrier: records flow on while earlier ones
/// are being appended; offsets are committed behind, as the contiguous mark of what is done.
public final class CommandLoop implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLoop.class);

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final String topicId;
    private final CommandFormat format;
    private final Intake lanes;
    private final Graveyard graveyard;
    private final PartitionOwner owner;
    private final Partitioning partitioning;
    private final Bounds bounds;
    private final InstantSource clock;
    private final Runnable onFailure;
    private final Map<TopicPartition, Watermark> marks = new HashMap<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean owning;
    private volatile long rounds;
    private volatile long behind;
    private volatile boolean changing;
    private Instant nextCommit = Instant.MIN;

    /// The bounds of the loop.
    ///
    /// @param inFlight records being worked on at which polling pauses; it resumes below half
    /// @param poll how long to wait for records at once
    /// @param commitEvery how often finished offsets are committed
    /// @param settleLimit how long a partition that goes may still be worked on
    /// @param stopLimit how long the loop may take to end
    public record Bounds(
            int inFlight,
            Duration poll,
            Duration commitEvery,
            Duration settleLimit,
            Duration stopLimit) {}

    /// @param clock says when offsets are committed; nothing else depends on it
    /// @param threads makes the one thread of the loop
    /// @param onFailure called when the loop dies of something unexpected; stops the process
    public CommandLoop(
            Consumer<String, byte[]> consumer,
            String topic,
            String topicId,
            CommandFormat format,
            Intake lanes,
            Graveyard graveyard,
            PartitionOwner owner,
            Partitioning partitioning,
            Bounds bounds,
            InstantSource clock,
            ThreadFactory threads,
            Runnable onFailure) {
        this.consumer = consumer;
        this.topic = topic;
        this.topicId = topicId;
        this.format = format;
        this.lanes = lanes;
        this.graveyard = graveyard;
        this.owner = owner;
        this.partitioning = partitioning;
        this.bounds = bounds;
        this.clock = clock;
        this.onFailure = onFailure;
        this.thread = threads.newThread(this::loop);
    }

    public void start() {
        thread.start();
    }

    /// Whether partitions have been assigned since the start: the loop has come to life.
    public boolean isOwning() {
        return owning;
    }

    /// Counts on as long as the loop goes round.
    public long rounds() {
        return rounds;
    }

    /// Whether partitions come or go right now, which waits for lanes and for the store.
    public boolean isChanging() {
        return changing;
    }

    /// Commands on our partitions that have not been taken off the topic yet, as of the last
    /// commit.
    public long lag() {
        return behind;
    }

    private long measuredLag() {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return lag;
    }

    private void loop() {
        try {
            consumer.subscribe(List.of(topic), this);
            while (running) {
                consumer.poll(bounds.poll).forEach(this::take);
                holdBack();
                rounds = rounds + 1; // Written by this thread alone.
                commitNowAndThen();
            }
        } catch (WakeupException e) {
            LOG.debug("command loop woken to stop: topic={}", topic);
        } catch (RuntimeException | Error e) {
            LOG.error("command loop died: topic={}", topic, e);
            onFailure.run();
        } finally {
            lanes.settle(_ -> true, bounds.settleLimit);
            commit();
            consumer.close();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        CompletableFuture<Void> done;
        try {
            CommandRecord command = format.read(record, topicId);
            done = lanes.enqueue(command);
        } catch (RuntimeException unreadable) {
            done = graveyard.bury(record, unreadable);
        }
        marks.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()),
                        _ -> new Watermark())
                .add(record.offset(), done);
    }

    private void holdBack() {
        commitFinished(false);
        int inFlight = marks.values().stream().mapToInt(Watermark::inFlight).sum();
        if (inFlight >= bounds.inFlight) {
            consumer.pause(consumer.assignment());
        } else if (inFlight < bounds.inFlight / 2) {
            consumer.resume(consumer.paused());
        }
    }

    private void commitNowAndThen() {
        Instant now = clock.instant();
        if (!now.isBefore(nextCommit)) {
            commitFinished(true);
            behind = measuredLag();
            nextCommit = now.plus(bounds.commitEvery);
        }
    }

    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

    private void commitFinished(boolean send) {
        marks.forEach((partition, mark) ->
                mark.advance()
                        .ifPresent(offset ->
                                uncommitted.put(partition, new OffsetAndMetadata(offset))));
        if (send && !uncommitted.isEmpty()) {
            consumer.commitAsync(Map.copyOf(uncommitted), null);
            uncommitted.clear();
        }
    }

    private void commit() {
        commitFinished(false);
        try {
            commitAwake(Map.copyOf(uncommitted));
        } catch (RuntimeException e) {
            LOG.warn("offsets not committed, records will come again: topic={}", topic, e);
        }
        uncommitted.clear();
    }

    /// A wake-up to stop that did not meet a poll would end this instead. There is only one.
    private void commitAwake(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, bounds.settleLimit);
        } catch (WakeupException e) {
            LOG.debug("woken while committing: topic={}", topic);
            consumer.commitSync(offsets, bounds.settleLimit);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        owning = true;
        changing = true;
        owner.gained(
                partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        changing = false;
        LOG.info("partitions gained: topic={} partitions={}", topic, numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        settle(partitions);
        commit();
        drop(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        settle(partitions);
        drop(partitions);
    }

    private void settle(Collection<TopicPartition> partitions) {
        List<Integer> going = numbers(partitions);
        lanes.settle(stream -> going.contains(partitioning.of(stream)), bounds.settleLimit);
    }

    private void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> owner.lost(partition.partition()));
        marks.keySet().removeAll(partitions);
        uncommitted.keySet().removeAll(partitions);
        LOG.info("partitions given up: topic={} partitions={}", topic, numbers(partitions));
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).sorted().toList();
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(bounds.stopLimit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
