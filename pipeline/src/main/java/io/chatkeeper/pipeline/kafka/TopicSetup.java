package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// Makes the topics that are missing, and knows their ids. Existing topics are left as they are.
public final class TopicSetup {
    private static final String FOR_EVER = "-1";
    private static final Duration COMMANDS_KEPT = Duration.ofDays(7);
    private static final Duration REPLIES_KEPT = Duration.ofMinutes(10);
    private static final long LIMIT_SECONDS = 30;

    private final Admin admin;
    private final int partitions;
    private final short replication;

    public TopicSetup(Admin admin, int partitions, short replication) {
        this.admin = admin;
        this.partitions = partitions;
        this.replication = replication;
    }

    /// @throws IllegalStateException if the broker does not do it within 30 s
    public void createMissing() {
        List<NewTopic> topics = new ArrayList<>();
        for (String commands : Topics.COMMANDS) {
            topics.add(topic(commands, partitions, "" + COMMANDS_KEPT.toMillis()));
            topics.add(topic(Topics.dead(commands), 1, FOR_EVER));
        }
        for (String events : Topics.EVENTS) {
            topics.add(topic(events, partitions, FOR_EVER));
            topics.add(topic(Topics.dead(events), 1, FOR_EVER));
        }
        topics.add(topic(Topics.SOPS, 1, FOR_EVER));
        topics.add(topic(Topics.REPLIES, partitions, "" + REPLIES_KEPT.toMillis()));
        admin.createTopics(topics).values().forEach((_, made) -> await(made));
        awaitLeaders(topics.stream().map(NewTopic::name).toList());
    }

    /// A producer that writes to a partition before its leader is known may get its first records
    /// out of order and fail for good. Only a leader tells where its partition ends, and the client
    /// asks again until there is one.
    ///
    /// @throws IllegalStateException if there is none within 30 s
    public void awaitLeaders(Collection<String> names) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Objects.requireNonNull(await(admin.describeTopics(names).allTopicNames()))
                .forEach((name, topic) ->
                        topic.partitions()
                                .forEach(one ->
                                        ends.put(
                                                new TopicPartition(name, one.partition()),
                                                OffsetSpec.latest())));
        await(admin.listOffsets(ends).all());
    }

    /// The id that the broker gave the topic when it was made.
    public String idOf(String topic) {
        var described = await(admin.describeTopics(List.of(topic)).allTopicNames());
        return Objects.requireNonNull(Objects.requireNonNull(described).get(topic))
                .topicId()
                .toString();
    }

    private NewTopic topic(String name, int count, String retentionMillis) {
        return new NewTopic(name, count, replication)
                .configs(
                        Map.of(
                                "message.timestamp.type",
                                "LogAppendTime",
                                "retention.ms",
                                retentionMillis));
    }

    private static <T> @Nullable T await(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return null;
            }
            throw new IllegalStateException("the broker refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not answer", e);
        }
    }
}
