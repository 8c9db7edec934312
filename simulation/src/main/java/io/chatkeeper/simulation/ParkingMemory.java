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

/// The parked records of a service.
final class ParkingMemory implements Parking {
    private final Map<String, Map<String, List<ConsumerRecord<String, byte[]>>>> lines =
            new HashMap<>();

    @Override
    public Set<String> parked(String group) {
        return new HashSet<>(lines.getOrDefault(group, Map.of()).keySet());
    }

    @Override
    public void park(String group, ConsumerRecord<String, byte[]> record, String reason) {
        lines.computeIfAbsent(group, _ -> new TreeMap<>())
                .computeIfAbsent(String.valueOf(record.key()), _ -> new ArrayList<>())
                .add(record);
    }

    /// The streams that anybody has parked.
    Set<String> streams() {
        Set<String> all = new HashSet<>();
        lines.values().forEach(line -> all.addAll(line.keySet()));
        return all;
    }
}
