package io.chatkeeper.pipeline.listening;

import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.listening.Parking.Replay;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives parked streams to the handler again when somebody has asked for it. While a long line is
/// being emptied, new records of its stream still go to its end.
final class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /// Records of one stream that are replayed before other streams have their turn again.
    static final int AT_ONCE = 500;

    private final String group;
    private final EventFormat format;
    private final EventHandler handler;
    private final Parking parking;

    Replays(String group, EventFormat format, EventHandler handler, Parking parking) {
        this.group = group;
        this.format = format;
        this.handler = handler;
        this.parking = parking;
    }

    /// One turn for every wanted replay of these partitions.
    ///
    /// @return the streams that wait no more
    Set<String> carryOut(Collection<TopicPartition> owned) {
        Set<String> emptied = new HashSet<>();
        for (Replay replay : parking.wanted(group)) {
            if (owned.contains(replay.partition()) && isEmptied(replay)) {
                emptied.add(replay.stream());
            }
        }
        return emptied;
    }

    private boolean isEmptied(Replay replay) {
        List<ConsumerRecord<String, byte[]>> line = parking.line(group, replay.stream(), AT_ONCE);
        List<Read> read =
                line.stream()
                        .filter(record -> !Objects.equals(record.offset(), replay.without()))
                        .map(record -> Read.of(format, record))
                        .toList();
        handler.prepare(Read.events(read));
        int done = 0;
        RuntimeException poison = null;
        while (done < read.size() && poison == null) {
            poison = read.get(done).handle(handler);
            done += poison == null ? 1 : 0;
        }
        handler.finish();
        Read stuck = poison == null ? null : read.get(done);
        parking.remove(group, stuck == null ? line : line.subList(0, line.indexOf(stuck.record())));
        return ended(replay, line.size(), poison);
    }

    private boolean ended(Replay replay, int taken, @Nullable RuntimeException poison) {
        if (poison != null) {
            String reason = poison.getClass().getName();
            LOG.error("replay met poison: group={} reason={}", group, reason);
            parking.giveUp(group, replay.stream(), reason);
            return false;
        }
        if (taken == AT_ONCE) {
            return false;
        }
        parking.release(group, replay.stream());
        LOG.info("replayed to the end: group={} records={}", group, taken);
        return true;
    }
}
