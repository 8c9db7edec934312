package io.chatkeeper.pipeline.listening;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.sop.UnknownSopVersion;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/// Takes batches of events off their topics and gives them to a handler, one by one. Poison does
/// not block: it goes to the dead-letter topic, and its stream alone is parked. Everything happens
/// on the consumer's thread, replays too, so that no record overtakes another of its stream.
public final class EventListening
        implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventListening.class);

    private final String group;
    private final EventFormat format;
    private final EventHandler handler;
    private final Parking parking;
    private final Graveyard graveyard;
    private final Replays replays;
    private final Set<String> parked = new HashSet<>();
    private final Set<TopicPartition> owned = new HashSet<>();
    private boolean parkedKnown;
    private volatile boolean handling;
    private volatile int waitingStreams;
    private volatile long moves; // Written by the consumer's thread alone.

    public EventListening(
            String group,
            EventFormat format,
            EventHandler handler,
            Parking parking,
            Graveyard graveyard) {
        this.group = group;
        this.format = format;
        this.handler = handler;
        this.parking = parking;
        this.graveyard = graveyard;
        this.replays = new Replays(group, format, handler, parking);
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        handling = true;
        try {
            replayWanted();
            List<Read> read = batch.stream().map(this::read).toList();
            handler.prepare(Read.events(read));
            read.forEach(this::take);
            handler.finish();
        } finally {
            moves = moves + 1;
            handling = false;
            waitingStreams = parked.size();
        }
    }

    /// Whether a batch is being handled.
    public boolean isHandling() {
        return handling;
    }

    /// Streams of our partitions that are parked, as of the last batch.
    public int parkedStreams() {
        return waitingStreams;
    }

    /// Counts on with every record and every batch, tried again ones too.
    public long moves() {
        return moves;
    }

    /// To be called on the consumer's thread now and then while nothing comes.
    public void onIdle() {
        try {
            replayWanted();
            waitingStreams = parked.size();
        } catch (StoreUnavailable | UnknownSopVersion later) {
            LOG.warn("replay put off: group={} reason={}", group, later.getMessage());
        }
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
        parkedKnown = false;
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.removeAll(partitions);
    }

    private void replayWanted() {
        learnParked();
        if (!parked.isEmpty()) {
            parked.removeAll(replays.carryOut(owned));
        }
    }

    /// Other members may have parked or replayed streams of the partitions that have come to us.
    private void learnParked() {
        if (!parkedKnown) {
            parked.clear();
            parked.addAll(parking.parked(group));
            parkedKnown = true;
        }
    }

    private boolean isParked(ConsumerRecord<String, byte[]> record) {
        return parked.contains(String.valueOf(record.key()));
    }

    /// A record that will wait in line need not be read.
    private Read read(ConsumerRecord<String, byte[]> record) {
        return isParked(record) ? new Read(record, null, null) : Read.of(format, record);
    }

    private void take(Read read) {
        moves = moves + 1;
        if (isParked(read.record())) {
            parking.park(group, read.record(), "an earlier record of the stream is parked");
            return;
        }
        RuntimeException poison = read.handle(handler);
        if (poison != null) {
            setAside(read.record(), poison);
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, RuntimeException poison) {
        LOG.error(
                "event is poison, its stream is parked: group={} topic={} partition={} offset={}"
                        + " reason={}",
                group,
                record.topic(),
                record.partition(),
                record.offset(),
                poison.getClass().getName());
        LOG.debug("what may quote people is for debugging only", poison);
        graveyard.bury(record, poison).join();
        parking.park(group, record, poison.getClass().getName());
        parked.add(String.valueOf(record.key()));
    }
}
