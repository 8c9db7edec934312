package io.chatkeeper.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final String TOPIC = "events";
    private static final String GROUP = "clocks";
    private static final TopicPartition ONLY = new TopicPartition(TOPIC, 0);

    private final Handled handled = new Handled();
    private final List<String> waits = new ArrayList<>();
    private long committed;
    private Runnable meanwhile = () -> {};

    private final Offsets broker =
            new Offsets() {
                @Override
                public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
                    return partitions.stream().collect(Collectors.toMap(one -> one, _ -> 7L));
                }

                @Override
                public Map<TopicPartition, Long> committed(
                        String group, Set<TopicPartition> partitions) {
                    return group.equals(GROUP) && committed > 0
                            ? Map.of(ONLY, committed)
                            : Map.of();
                }
            };

    private void catchUp() {
        new CatchUp(
                        broker,
                        handled,
                        GROUP,
                        new Partitioning(1),
                        (time, _) -> {
                            waits.add(time.toString());
                            meanwhile.run();
                        })
                .await(TOPIC, Stream.of("one", "two"));
    }

    private void took(String group, long offset) {
        handled.took(group, List.of(new ConsumerRecord<>(TOPIC, 0, offset, "one", new byte[0])));
    }

    @Test
    void what_was_handled_here_need_not_be_committed() {
        took(GROUP, 6);
        took(GROUP, 3); // Comes again after a move; what was handled stays handled.
        catchUp();
        assertThat(waits).isEmpty();
    }

    @Test
    void what_another_member_has_committed_is_as_good() {
        committed = 7;
        catchUp();
        assertThat(waits).isEmpty();
    }

    @Test
    void it_waits_for_the_last_record_that_was_there() {
        took(GROUP, 5);
        took("others", 6);
        meanwhile =
                () -> {
                    if (waits.size() == 3) {
                        took(GROUP, 6);
                    }
                };
        catchUp();
        assertThat(waits).hasSize(3);
    }

    @Test
    void nothing_gathers_while_somebody_waits() throws InterruptedException {
        List<Duration> gathered = new ArrayList<>();
        meanwhile =
                () -> {
                    try {
                        handled.gather(Duration.ofMillis(25), (time, _) -> gathered.add(time));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    committed = 7;
                };
        catchUp();
        assertThat(waits).hasSize(1);
        assertThat(gathered).isEmpty();
        meanwhile.run();
        assertThat(gathered).containsExactly(Duration.ofMillis(25));
    }
}
