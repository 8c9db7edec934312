package io.chatkeeper.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.Sender;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class PolicyRunnerTest {
    private static final CommandFormat FORMAT = new CommandFormat(Json.mapper(), "chat");

    /// Fails when it is told to; a real one, too, goes on afterwards.
    private static final class FlakyProducer extends MockProducer<String, byte[]> {
        FlakyProducer() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void close() {}

        @Override
        public void close(java.time.Duration limit) {}
    }

    private final FlakyProducer producer = new FlakyProducer();

    private static LeaveChat leave(String chat) {
        return new LeaveChat(chat);
    }

    private static Policy twice() {
        return Policy.ofSystem(
                "twice",
                Topics.CHAT_EVENTS,
                recorded -> {
                    String chat = recorded.envelope().streamId();
                    return List.of(leave(chat), leave(chat + "x"));
                });
    }

    private PolicyRunner runner(Policy... policies) {
        var sender = new Sender(new KafkaTemplate<String, byte[]>(() -> producer)::send, () -> {});
        return new PolicyRunner(
                List.of(policies),
                new CommandSender(sender, FORMAT, Json.mapper(), () -> Instant.EPOCH));
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(
                record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void every_command_goes_to_its_topic_in_order() {
        PolicyRunner runner = runner(twice());
        runner.prepare(List.of());
        runner.handle(Topic.event("chat-a", 7));
        producer.completeNext();
        producer.completeNext();
        runner.finish();
        assertThat(producer.history())
                .extracting(ProducerRecord::key)
                .containsExactly("chat-a", "chat-ax");
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsOnly(Topics.CHAT_COMMANDS);
    }

    @Test
    void a_redelivered_event_makes_the_same_command_ids() {
        PolicyRunner runner = runner(twice());
        runner.handle(Topic.event("chat-a", 7));
        runner.handle(Topic.event("chat-a", 7));
        runner.handle(Topic.event("chat-a", 8));
        List<String> ids =
                producer.history().stream().map(record -> header(record, "ce_id")).toList();
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        assertThat(List.copyOf(new java.util.TreeSet<>(ids))).hasSize(4);
    }

    @Test
    void a_policy_acts_for_itself_or_for_whoever_began() {
        PolicyRunner runner =
                runner(
                        twice(),
                        Policy.onBehalf(
                                "for",
                                Topics.CHAT_EVENTS,
                                recorded -> List.of(leave(recorded.envelope().streamId()))));
        runner.handle(Topic.event("chat-a", 7));
        assertThat(producer.history())
                .extracting(record -> header(record, "ce_actorkind"))
                .containsExactly("system", "system", "agent");
    }

    @Test
    void a_command_that_was_not_sent_lets_the_batch_come_again() {
        PolicyRunner runner = withOneOfTwoNotSent();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(runner::finish);
        batchComesAgain(runner);
    }

    @Test
    void what_a_broken_off_batch_sent_does_not_fail_the_next() {
        batchComesAgain(withOneOfTwoNotSent());
    }

    private PolicyRunner withOneOfTwoNotSent() {
        PolicyRunner runner = runner(twice());
        runner.handle(Topic.event("chat-a", 7));
        producer.completeNext();
        producer.errorNext(new IllegalStateException("the broker is away"));
        return runner;
    }

    private void batchComesAgain(PolicyRunner runner) {
        runner.prepare(List.of());
        runner.handle(Topic.event("chat-a", 7));
        producer.completeNext();
        producer.completeNext();
        runner.finish();
        assertThat(producer.history()).hasSize(4);
    }

    @Test
    void a_policy_that_breaks_makes_the_event_poison() {
        PolicyRunner runner =
                runner(
                        Policy.ofSystem(
                                "broken",
                                Topics.CHAT_EVENTS,
                                _ -> {
                                    throw new IllegalStateException("broken");
                                }));
        assertThatIllegalStateException().isThrownBy(() -> runner.handle(Topic.event("chat-a", 7)));
        assertThat(producer.history()).isEmpty();
    }
}
