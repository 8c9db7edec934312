package io.chatkeeper.pipeline.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Parked streams in memory, for tests and simulations.
public final class InMemoryParking implements Parking {
    private record Name(String group, String stream) {}

    private record Place(String topic, int partition, long offset) {
        private static final Comparator<Place> IN_ORDER =
                Comparator.comparing(Place::topic)
                        .thenComparing(Place::partition)
                        .thenComparing(Place::offset);

        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    private final Map<Name, Parked> streams = new LinkedHashMap<>();
    private final Map<Name, Replay> replays = new LinkedHashMap<>();
    private final Map<Name, Map<Place, ConsumerRecord<String, byte[]>>> lines = new HashMap<>();

    @Override
    public synchronized List<Parked> all() {
        return List.copyOf(streams.values());
    }

    @Override
    public synchronized Set<String> parked(String group) {
        return streams.keySet().stream()
                .filter(name -> name.group.equals(group))
                .map(Name::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void park(
            String group, ConsumerRecord<String, byte[]> record, String reason) {
        Name name = new Name(group, String.valueOf(record.key()));
        var partition = new TopicPartition(record.topic(), record.partition());
        lines.computeIfAbsent(name, _ -> new TreeMap<>(Place.IN_ORDER))
                .put(Place.of(record), record);
        streams.putIfAbsent(
                name, new Parked(group, name.stream, partition, record.offset(), reason));
    }

    @Override
    public synchronized boolean want(String group, String stream, @Nullable Long without) {
        Name name = new Name(group, stream);
        Parked parked = streams.get(name);
        if (parked == null) {
            return false;
        }
        replays.put(name, new Replay(stream, parked.partition(), without));
        return true;
    }

    @Override
    public synchronized List<Replay> wanted(String group) {
        List<Replay> wanted = new ArrayList<>();
        replays.forEach((name, replay) -> {
            if (name.group.equals(group)) {
                wanted.add(replay);
            }
        });
        return wanted;
    }

    @Override
    public synchronized List<ConsumerRecord<String, byte[]>> line(
            String group, String stream, int limit) {
        return lines.getOrDefault(new Name(group, stream), Map.of()).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(String group, List<ConsumerRecord<String, byte[]>> handled) {
        for (ConsumerRecord<String, byte[]> record : handled) {
            var line = lines.get(new Name(group, String.valueOf(record.key())));
            if (line != null) {
                line.remove(Place.of(record));
            }
        }
    }

    @Override
    public synchronized void giveUp(String group, String stream, String reason) {
        Name name = new Name(group, stream);
        replays.remove(name);
        streams.computeIfPresent(
                name, (_, was) -> new Parked(group, stream, was.partition(), was.offset(), reason));
    }

    @Override
    public synchronized void release(String group, String stream) {
        Name name = new Name(group, stream);
        replays.remove(name);
        streams.remove(name);
        line(group, stream, 1).forEach(late -> park(group, late, "parked while released"));
    }
}
