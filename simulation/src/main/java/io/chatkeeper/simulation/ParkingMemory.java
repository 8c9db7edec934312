package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.listening.Parking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// The parked records of a service. Nobody asks for a replay here.
final class ParkingMemory implements Parking {
    private final Map<String, Map<String, List<ConsumerRecord<String, byte[]>>>> lines =
            new HashMap<>();

    @Override
    public Set<String> parked(String group) {
        return new HashSet<>(lines.getOrDefault(group, Map.of()).keySet());
    }

    @Override
    public void park(String group, ConsumerRecord<String, byte[]> record, String reason) {
        List<ConsumerRecord<String, byte[]>> line =
                lines.computeIfAbsent(group, _ -> new TreeMap<>())
                        .computeIfAbsent(String.valueOf(record.key()), _ -> new ArrayList<>());
        boolean known =
                line.stream()
                        .anyMatch(one ->
                                one.topic().equals(record.topic())
                                        && one.offset() == record.offset());
        if (!known) {
            line.add(record);
        }
    }

    /// The streams that anybody has parked.
    Set<String> streams() {
        Set<String> all = new HashSet<>();
        lines.values().forEach(line -> all.addAll(line.keySet()));
        return all;
    }

    @Override
    public List<ConsumerRecord<String, byte[]>> line(String group, String stream, int limit) {
        return lines.getOrDefault(group, Map.of()).getOrDefault(stream, List.of()).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Parked> all() {
        return List.of();
    }

    @Override
    public List<Replay> wanted(String group) {
        return List.of();
    }

    @Override
    public boolean want(String group, String stream, @Nullable Long without) {
        throw new UnsupportedOperationException("nobody replays here");
    }

    @Override
    public void remove(String group, List<ConsumerRecord<String, byte[]>> handled) {
        throw new UnsupportedOperationException("nobody replays here");
    }

    @Override
    public void giveUp(String group, String stream, String reason) {
        throw new UnsupportedOperationException("nobody replays here");
    }

    @Override
    public void release(String group, String stream) {
        throw new UnsupportedOperationException("nobody replays here");
    }
}
