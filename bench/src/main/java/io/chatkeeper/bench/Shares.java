package io.chatkeeper.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// How a group's instances share its topic: who has which partitions, and how far each is behind.
final class Shares {
    private final Admin admin;
    private final String group;
    private final Map<String, Double> lags = new TreeMap<>();
    private int looks;

    Shares(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /// The partitions of each instance.
    Map<String, List<TopicPartition>> partitions() throws InterruptedException {
        try {
            ConsumerGroupDescription now =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return now.members().stream()
                    .collect(
                            Collectors.toMap(
                                    member -> member.groupInstanceId().orElseThrow(),
                                    member -> List.copyOf(member.assignment().topicPartitions())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Adds what each instance has not committed at this moment.
    void look(Map<String, List<TopicPartition>> partitions) throws InterruptedException {
        Map<TopicPartition, Long> behind = behind();
        partitions.forEach((instance, its) ->
                lags.merge(
                        instance,
                        its.stream().mapToDouble(one -> behind.getOrDefault(one, 0L)).sum(),
                        Double::sum));
        looks++;
    }

    private Map<TopicPartition, Long> behind() throws InterruptedException {
        try {
            var committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            committed.keySet().forEach(one -> wanted.put(one, OffsetSpec.latest()));
            var ends = admin.listOffsets(wanted).all().get();
            Map<TopicPartition, Long> behind = new HashMap<>();
            ends.forEach((one, end) ->
                    behind.put(one, Math.max(0, end.offset() - committed.get(one).offset())));
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The mean of what each instance was behind, over all looks.
    Map<String, Double> meanLags() {
        Map<String, Double> means = new TreeMap<>();
        lags.forEach((instance, sum) -> means.put(instance, sum / Math.max(1, looks)));
        return means;
    }

    /// How far the instance that is farthest from the mean of all is from it, as a share of it.
    double spread() {
        double mean = meanLags().values().stream().mapToDouble(lag -> lag).average().orElse(0);
        return mean == 0
                ? 0
                : meanLags().values().stream()
                        .mapToDouble(lag -> Math.abs(lag / mean - 1))
                        .max()
                        .orElse(0);
    }
}
