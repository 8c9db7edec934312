package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Recorded;
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
/// not block: it goes to the dead-letter topic, and its stream alone is parked.
public final class EventListening
        implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventListening.class);

    private final String group;
    private final EventFormat format;
    private final EventHandler handler;
    private final Parking parking;
    private final Graveyard graveyard;
    private final Set<String> parked = new HashSet<>();
    private boolean parkedKnown;

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
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        learnParked();
        batch.forEach(this::take);
        handler.finish();
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        parkedKnown = false;
    }

    /// Other members may have parked streams of the partitions that have come to us.
    private void learnParked() {
        if (!parkedKnown) {
            parked.addAll(parking.parked(group));
            parkedKnown = true;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (parked.contains(String.valueOf(record.key()))) {
            parking.park(group, record, "an earlier record of the stream is parked");
            return;
        }
        try {
            Recorded recorded = format.read(record.headers(), record.value());
            handler.handle(recorded);
        } catch (StoreUnavailable | UnknownSopVersion later) {
            throw later;
        } catch (RuntimeException poison) {
            setAside(record, poison);
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
