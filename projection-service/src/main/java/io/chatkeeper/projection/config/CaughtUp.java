package io.chatkeeper.projection.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Whether a consumer group has come to the ends that its topics had at the first look. Until then
/// a new generation of read models knows only the beginning of the story.
final class CaughtUp implements Callable<Boolean> {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Admin admin;
    private final String group;
    private final List<String> topics;
    private @Nullable Map<TopicPartition, Long> ends;
    private boolean reached;

    CaughtUp(Admin admin, String group, List<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
    }

    @Override
    public Boolean call() throws Exception {
        Map<TopicPartition, Long> goal = ends;
        if (goal == null) {
            goal = firstLook();
            ends = goal;
        }
        reached = reached || isReached(goal);
        return reached;
    }

    /// Partitions in which there is something to read, with their ends.
    private Map<TopicPartition, Long> firstLook() throws Exception {
        List<TopicPartition> partitions =
                get(admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream()
                                        .map(one ->
                                                new TopicPartition(topic.name(), one.partition())))
                        .toList();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> last = offsets(partitions, OffsetSpec.latest());
        last.entrySet()
                .removeIf(end -> end.getValue() <= Objects.requireNonNull(first.get(end.getKey())));
        return last;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws Exception {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        return get(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> offset(found.getValue())));
    }

    private static long offset(ListOffsetsResultInfo found) {
        return found.offset();
    }

    private boolean isReached(Map<TopicPartition, Long> goal) throws Exception {
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return goal.entrySet().stream()
                .allMatch(end -> {
                    var done = committed.get(end.getKey());
                    return done != null && done.offset() >= end.getValue();
                });
    }

    private static <T> T get(KafkaFuture<T> answer) throws Exception {
        return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
