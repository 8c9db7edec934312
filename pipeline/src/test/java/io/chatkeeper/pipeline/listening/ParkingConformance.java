package io.chatkeeper.pipeline.listening;

import static io.chatkeeper.pipeline.listening.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.listening.Parking.Parked;
import io.chatkeeper.pipeline.listening.Parking.Replay;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every driver of the parking port must do.
abstract class ParkingConformance {
    private static final String GROUP = "routing/chat.events";
    private static final String OTHER = "sla/chat.events";
    private static final TopicPartition PARTITION = new TopicPartition(Records.TOPIC, 3);

    private Parking parking;

    abstract Parking open();

    @BeforeEach
    void openParking() {
        parking = open();
    }

    private void park(String group, String stream, long... offsets) {
        for (long offset : offsets) {
            parking.park(group, record(stream, offset), "reason-" + offset);
        }
    }

    private List<Long> line(String group, String stream) {
        return parking.line(group, stream, 100).stream().map(ConsumerRecord::offset).toList();
    }

    @Test
    void a_parked_stream_is_known_to_its_group_alone() {
        park(GROUP, "chat-a", 7);
        assertThat(parking.parked(GROUP)).containsExactly("chat-a");
        assertThat(parking.parked(OTHER)).isEmpty();
    }

    @Test
    void the_list_says_what_was_poison_first_and_why() {
        park(GROUP, "chat-a", 7, 9);
        assertThat(parking.all())
                .containsExactly(new Parked(GROUP, "chat-a", PARTITION, 7, "reason-7"));
    }

    @Test
    void records_wait_in_the_order_of_the_log_and_once_each() {
        park(GROUP, "chat-a", 100, 9, 8, 9, 100);
        assertThat(line(GROUP, "chat-a")).containsExactly(8L, 9L, 100L);
        assertThat(parking.line(GROUP, "chat-a", 2)).hasSize(2);
    }

    @Test
    void a_record_comes_back_as_it_was() {
        ConsumerRecord<String, byte[]> sent = record("chat-a", 7);
        parking.park(GROUP, sent, "reason");
        ConsumerRecord<String, byte[]> found = parking.line(GROUP, "chat-a", 1).getFirst();
        assertThat(found.key()).isEqualTo(sent.key());
        assertThat(found.value()).isEqualTo(sent.value());
        assertThat(found.topic()).isEqualTo(sent.topic());
        assertThat(found.partition()).isEqualTo(sent.partition());
        assertThat(found.timestamp()).isEqualTo(sent.timestamp());
        assertThat(found.headers()).containsExactly(sent.headers().toArray());
    }

    @Test
    void a_record_without_key_or_value_is_parked_as_well() {
        parking.park(GROUP, new ConsumerRecord<>(Records.TOPIC, 3, 5, null, null), "reason");
        assertThat(parking.parked(GROUP)).containsExactly("null");
        var found = parking.line(GROUP, "null", 1).getFirst();
        assertThat(found.key()).isNull();
        assertThat(found.value()).isNull();
    }

    @Test
    void lines_of_streams_and_groups_are_apart() {
        park(GROUP, "chat-a", 1);
        park(GROUP, "chat-a|chat.events|00003", 2);
        park(GROUP, "chat-ab", 3);
        park(OTHER, "chat-a", 4);
        assertThat(line(GROUP, "chat-a")).containsExactly(1L);
        assertThat(line(OTHER, "chat-a")).containsExactly(4L);
    }

    @Test
    void a_replay_is_wanted_until_it_is_over() {
        park(GROUP, "chat-a", 7);
        assertThat(parking.wanted(GROUP)).isEmpty();
        assertThat(parking.want(GROUP, "chat-a", null)).isTrue();
        assertThat(parking.wanted(GROUP)).containsExactly(new Replay("chat-a", PARTITION, null));
        assertThat(parking.wanted(OTHER)).isEmpty();
        assertThat(parking.want(GROUP, "chat-a", 7L)).isTrue();
        assertThat(parking.wanted(GROUP)).containsExactly(new Replay("chat-a", PARTITION, 7L));
    }

    @Test
    void nobody_can_want_what_is_not_parked() {
        park(GROUP, "chat-a", 7);
        assertThat(parking.want(GROUP, "chat-b", null)).isFalse();
        assertThat(parking.want(OTHER, "chat-a", null)).isFalse();
        assertThat(parking.wanted(GROUP)).isEmpty();
        assertThat(parking.parked(GROUP)).containsExactly("chat-a");
    }

    @Test
    void handled_records_leave_the_line() {
        park(GROUP, "chat-a", 7, 8, 9);
        parking.remove(GROUP, parking.line(GROUP, "chat-a", 2));
        parking.remove(GROUP, List.of());
        assertThat(line(GROUP, "chat-a")).containsExactly(9L);
        assertThat(parking.parked(GROUP)).containsExactly("chat-a");
    }

    @Test
    void a_replay_that_is_given_up_keeps_the_line_and_tells_the_new_reason() {
        park(GROUP, "chat-a", 7);
        parking.want(GROUP, "chat-a", 8L);
        parking.giveUp(GROUP, "chat-a", "still bad");
        assertThat(parking.wanted(GROUP)).isEmpty();
        assertThat(parking.all())
                .containsExactly(new Parked(GROUP, "chat-a", PARTITION, 7, "still bad"));
        assertThat(line(GROUP, "chat-a")).containsExactly(7L);
    }

    @Test
    void an_empty_stream_is_released() {
        park(GROUP, "chat-a", 7);
        park(GROUP, "chat-b", 8);
        parking.want(GROUP, "chat-a", null);
        parking.remove(GROUP, parking.line(GROUP, "chat-a", 2));
        parking.release(GROUP, "chat-a");
        assertThat(parking.parked(GROUP)).containsExactly("chat-b");
        assertThat(parking.wanted(GROUP)).isEmpty();
    }

    @Test
    void what_was_parked_meanwhile_keeps_its_stream_parked() {
        park(GROUP, "chat-a", 7, 8);
        parking.want(GROUP, "chat-a", null);
        parking.remove(GROUP, parking.line(GROUP, "chat-a", 1));
        parking.release(GROUP, "chat-a");
        assertThat(parking.parked(GROUP)).containsExactly("chat-a");
        assertThat(line(GROUP, "chat-a")).containsExactly(8L);
    }

    static List<java.lang.reflect.Method> tests() {
        return Arrays.stream(ParkingConformance.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
    }
}
