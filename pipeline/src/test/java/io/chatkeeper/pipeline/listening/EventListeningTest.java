package io.chatkeeper.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventListeningTest {
    private static final String GROUP = "views";
    private static final MockConsumer<String, byte[]> ANY = new MockConsumer<>("earliest");

    /// Writes down what it is given; some of it is poison.
    private static final class Diary implements EventHandler {
        final List<String> handled = new ArrayList<>();
        final List<List<String>> prepared = new ArrayList<>();
        final Set<String> poison = new HashSet<>();
        int finished;
        boolean away;

        @Override
        public void prepare(List<Recorded> batch) {
            prepared.add(batch.stream().map(Diary::name).toList());
        }

        @Override
        public void handle(Recorded recorded) {
            if (away) {
                throw new StoreUnavailable("away", new IllegalStateException("away"));
            }
            if (poison.contains(name(recorded))) {
                throw new IllegalStateException("poison");
            }
            handled.add(name(recorded));
        }

        @Override
        public void finish() {
            finished++;
        }

        private static String name(Recorded recorded) {
            return recorded.envelope().streamId() + ":" + recorded.envelope().sequence();
        }
    }

    private final Topic topic = new Topic();
    private final Diary diary = new Diary();
    private final InMemoryParking parking = new InMemoryParking();
    private EventListening listening = listening();

    private EventListening listening() {
        return new EventListening(GROUP, Topic.FORMAT, diary, parking, topic.graveyard);
    }

    @BeforeEach
    void own() {
        listening.onPartitionsAssigned(ANY, List.of(Topic.PARTITION));
    }

    private void comes(ConsumerRecord<String, byte[]> one) {
        listening.onMessage(List.of(one));
    }

    private List<String> dead() {
        return topic.sent().stream().map(ProducerRecord::topic).toList();
    }

    @Test
    void a_batch_is_handled_in_order_and_finished_once() {
        listening.onMessage(
                List.of(topic.next("chat-a", 1), topic.next("chat-b", 1), topic.next("chat-a", 2)));
        assertThat(diary.handled).containsExactly("chat-a:1", "chat-b:1", "chat-a:2");
        assertThat(diary.prepared).containsExactly(diary.handled);
        assertThat(diary.finished).isEqualTo(1);
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void poison_parks_its_own_stream_and_blocks_no_other() {
        diary.poison.add("chat-a:2");
        listening.onMessage(
                List.of(
                        topic.next("chat-a", 1),
                        topic.next("chat-a", 2),
                        topic.next("chat-b", 1),
                        topic.next("chat-a", 3)));
        comes(topic.next("chat-a", 4));
        comes(topic.next("chat-b", 2));
        assertThat(diary.handled).containsExactly("chat-a:1", "chat-b:1", "chat-b:2");
        assertThat(parking.parked(GROUP)).containsExactly("chat-a");
        assertThat(parking.line(GROUP, "chat-a", 10)).hasSize(3);
        assertThat(dead()).containsExactly(Topics.dead(Topics.CHAT_EVENTS));
        assertThat(diary.finished).isEqualTo(3);
    }

    @Test
    void a_record_that_nobody_can_read_parks_its_key() {
        listening.onMessage(List.of(topic.garbage("chat-a"), topic.next("chat-b", 1)));
        comes(topic.next("chat-a", 1));
        assertThat(diary.handled).containsExactly("chat-b:1");
        assertThat(parking.line(GROUP, "chat-a", 10)).hasSize(2);
        assertThat(dead()).hasSize(1);
    }

    @Test
    void a_store_that_is_away_is_no_poison() {
        diary.away = true;
        var batch = List.of(topic.next("chat-a", 1));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> listening.onMessage(batch));
        assertThat(parking.all()).isEmpty();
        assertThat(dead()).isEmpty();
        diary.away = false;
        listening.onMessage(batch);
        assertThat(diary.handled).containsExactly("chat-a:1");
    }

    @Test
    void another_member_knows_what_was_parked() {
        diary.poison.add("chat-a:1");
        comes(topic.next("chat-a", 1));
        listening = listening();
        own();
        diary.poison.clear();
        comes(topic.next("chat-a", 2));
        assertThat(diary.handled).isEmpty();
        assertThat(parking.line(GROUP, "chat-a", 10)).hasSize(2);
    }

    @Test
    void a_stream_that_another_member_has_replayed_meanwhile_flows_again() {
        diary.poison.add("chat-a:1");
        comes(topic.next("chat-a", 1));
        parking.remove(GROUP, parking.line(GROUP, "chat-a", 1));
        parking.release(GROUP, "chat-a");
        own();
        comes(topic.next("chat-a", 2));
        assertThat(diary.handled).containsExactly("chat-a:2");
    }

    private void park(int records) {
        diary.poison.add("chat-a:1");
        for (int i = 1; i <= records; i++) {
            comes(topic.next("chat-a", i));
        }
        diary.poison.clear();
    }

    @Test
    void nothing_is_replayed_unasked() {
        park(2);
        listening.onIdle();
        comes(topic.next("chat-b", 1));
        assertThat(diary.handled).containsExactly("chat-b:1");
    }

    @Test
    void a_replay_empties_the_line_in_order_before_newer_records() {
        park(3);
        parking.want(GROUP, "chat-a", null);
        comes(topic.next("chat-a", 4));
        assertThat(diary.handled).containsExactly("chat-a:1", "chat-a:2", "chat-a:3", "chat-a:4");
        assertThat(parking.all()).isEmpty();
        assertThat(parking.line(GROUP, "chat-a", 10)).isEmpty();
        comes(topic.next("chat-a", 5));
        assertThat(diary.handled).endsWith("chat-a:5");
    }

    @Test
    void a_replay_needs_no_new_record() {
        park(2);
        parking.want(GROUP, "chat-a", null);
        listening.onIdle();
        assertThat(diary.handled).containsExactly("chat-a:1", "chat-a:2");
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void a_long_line_is_emptied_in_turns_and_nothing_overtakes() {
        int length = Replays.AT_ONCE + 1;
        park(length);
        parking.want(GROUP, "chat-a", null);
        comes(topic.next("chat-a", length + 1));
        assertThat(diary.handled).hasSize(Replays.AT_ONCE);
        listening.onIdle();
        assertThat(diary.handled).hasSize(length + 1).doesNotHaveDuplicates();
        assertThat(diary.handled).endsWith("chat-a:" + length, "chat-a:" + (length + 1));
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void what_is_still_poison_ends_the_replay_and_keeps_the_rest_waiting() {
        park(3);
        diary.poison.add("chat-a:2");
        parking.want(GROUP, "chat-a", null);
        listening.onIdle();
        listening.onIdle();
        assertThat(diary.handled).containsExactly("chat-a:1");
        assertThat(parking.line(GROUP, "chat-a", 10)).hasSize(2);
        assertThat(parking.wanted(GROUP)).isEmpty();
        comes(topic.next("chat-a", 4));
        assertThat(diary.handled).containsExactly("chat-a:1");
        assertThat(dead()).hasSize(1);
    }

    @Test
    void a_record_that_cant_be_mended_can_be_left_out() {
        comes(topic.garbage("chat-a"));
        comes(topic.next("chat-a", 1));
        parking.want(GROUP, "chat-a", 0L);
        listening.onIdle();
        assertThat(diary.handled).containsExactly("chat-a:1");
        assertThat(parking.all()).isEmpty();
        assertThat(parking.line(GROUP, "chat-a", 10)).isEmpty();
    }

    @Test
    void only_the_owner_of_the_partition_replays() {
        park(1);
        parking.want(GROUP, "chat-a", null);
        listening.onPartitionsRevokedAfterCommit(ANY, List.of(Topic.PARTITION));
        listening.onIdle();
        assertThat(diary.handled).isEmpty();
        own();
        listening.onPartitionsLost(ANY, List.of(Topic.PARTITION));
        listening.onIdle();
        assertThat(diary.handled).isEmpty();
        own();
        listening.onIdle();
        assertThat(diary.handled).containsExactly("chat-a:1");
    }

    @Test
    void a_replay_that_the_store_broke_off_begins_again() {
        park(2);
        parking.want(GROUP, "chat-a", null);
        diary.away = true;
        listening.onIdle();
        assertThat(parking.line(GROUP, "chat-a", 10)).hasSize(2);
        diary.away = false;
        listening.onIdle();
        assertThat(diary.handled).containsExactly("chat-a:1", "chat-a:2");
        assertThat(parking.all()).isEmpty();
    }
}
