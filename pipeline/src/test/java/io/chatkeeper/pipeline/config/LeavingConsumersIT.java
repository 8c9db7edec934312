package io.chatkeeper.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.testkit.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Two instances share a group whose silent members keep their partitions for five minutes.
@ExtendWith(RealParts.class)
class LeavingConsumersIT {
    private static final int PARTITIONS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int STILL = 40;

    private final String kafka;
    private final String topic = "leaving-" + UUID.randomUUID();
    private final List<Consumer<String, byte[]>> members = new ArrayList<>();

    LeavingConsumersIT(RealParts.Addresses addresses) {
        kafka = addresses.kafka();
    }

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = parts("admin").admin()) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        }
    }

    @AfterEach
    void leave() {
        members.forEach(Consumer::close);
    }

    @Test
    void who_says_goodbye_gives_its_partitions_to_an_equal_at_once() {
        Consumer<String, byte[]> one = member("one");
        Consumer<String, byte[]> other = member("other");
        pollUntil(() -> shared(one, other));

        members.remove(one);
        one.close();

        pollUntil(() -> other.assignment().size() == PARTITIONS);
    }

    @Test
    void who_crashed_finds_its_partitions_again_under_its_name() {
        Consumer<String, byte[]> one = member("one");
        Consumer<String, byte[]> other = member("other");
        pollUntil(() -> shared(one, other));
        Set<TopicPartition> its = Set.copyOf(one.assignment());

        members.remove(one);
        one.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
        for (int i = 0; i < STILL; i++) {
            other.poll(POLL);
            assertThat(other.assignment()).hasSize(PARTITIONS / 2).doesNotContainAnyElementsOf(its);
        }
        Consumer<String, byte[]> again = member("one");
        pollUntil(() -> again.assignment().equals(its));
        assertThat(other.assignment()).hasSize(PARTITIONS / 2);
    }

    private boolean shared(Consumer<String, byte[]> one, Consumer<String, byte[]> other) {
        return one.assignment().size() == PARTITIONS / 2
                && other.assignment().size() == PARTITIONS / 2;
    }

    private Consumer<String, byte[]> member(String instance) {
        Consumer<String, byte[]> member = parts(instance).consumers(topic, "test").createConsumer();
        member.subscribe(List.of(topic));
        members.add(member);
        return member;
    }

    private KafkaParts parts(String instance) {
        Map<String, String> settings =
                Map.of(
                        "chatkeeper.pipeline.service",
                        "test",
                        "chatkeeper.pipeline.instance",
                        instance,
                        "chatkeeper.pipeline.kafka",
                        kafka,
                        "chatkeeper.pipeline.session-timeout",
                        "5m");
        return new KafkaParts(
                new Binder(new MapConfigurationPropertySource(settings))
                        .bind("chatkeeper.pipeline", PipelineSettings.class)
                        .get());
    }

    private void pollUntil(BooleanSupplier reached) {
        Instant limit = Instant.now().plus(LIMIT);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            members.forEach(member -> member.poll(POLL));
        }
    }
}
