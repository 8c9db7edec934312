package io.chatkeeper.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.testkit.RealParts;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// The whole service, with a real broker and the embedded store: commands in, events out.
@ExtendWith(RealParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealParts.Addresses addresses;
    private final ConfigurableApplicationContext service;

    private final Queue<String> crmGot = new ConcurrentLinkedQueue<>();
    private final AtomicInteger crmStatus = new AtomicInteger(503);
    private final DisposableServer crm =
            HttpServer.create()
                    .host("127.0.0.1")
                    .handle((request, response) ->
                            request.receive()
                                    .aggregate()
                                    .asString()
                                    .doOnNext(crmGot::add)
                                    .then(response.status(crmStatus.getAndSet(204)).send().then()))
                    .bindNow();

    PipelineIT(RealParts.Addresses addresses) {
        this.addresses = addresses;
        this.service =
                SpringApplication.run(
                        ChatServiceApplication.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--chatkeeper.pipeline.kafka=" + addresses.kafka(),
                        "--chatkeeper.pipeline.mongo=" + addresses.mongo(),
                        "--chatkeeper.pipeline.partitions=3",
                        "--chatkeeper.calls.internal-token=a-token-for-this-test",
                        "--chatkeeper.chat.records.crm.url=http://127.0.0.1:" + crm.port(),
                        "--chatkeeper.chat.records.crm.secrets[0]="
                                + "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "--chatkeeper.chat.records.crm.private-addresses=allowed",
                        "--chatkeeper.chat.sops="
                                + RealParts.repositoryRoot().resolve("deploy/sops"));
    }

    @AfterAll
    void stop() {
        service.close();
        crm.disposeNow();
    }

    @Test
    void a_chats_events_come_in_order_under_their_names() {
        send("a1", open("chat-a"));
        send("a2", post("chat-a", "Is anybody there?"));
        send("a3", new LeaveChat("chat-a"));

        List<ConsumerRecord<String, byte[]>> events =
                await(Topics.CHAT_EVENTS, record -> "chat-a".equals(record.key()), 4);

        assertThat(events)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "io.chatkeeper.chat.opened.v1",
                        "io.chatkeeper.chat.message-posted.v1",
                        "io.chatkeeper.chat.visitor-left.v1",
                        "io.chatkeeper.chat.closed.v1");
        assertThat(events)
                .extracting(record -> Long.parseLong(header(record, "ce_sequence")))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void what_was_decided_is_in_the_journal_at_the_brokers_time() {
        send("b1", open("chat-b"));
        var event = await(Topics.CHAT_EVENTS, record -> "chat-b".equals(record.key()), 1).getLast();

        Entry entry = service.getBean(Journal.class).read("chat-b", 0, 1_000).getFirst();

        assertThat(entry.commandId()).isEqualTo("b1");
        assertThat(entry.eventId()).isEqualTo(header(event, "ce_id"));
        assertThat(Instant.parse(header(event, "ce_time"))).isEqualTo(entry.time());
    }

    @Test
    void the_same_command_twice_takes_effect_once() {
        send("c1", open("chat-c"));
        send("c2", post("chat-c", "Hello?"));
        send("c2", post("chat-c", "Hello?"));
        send("c3", post("chat-c", "Hello again?"));

        await(Topics.CHAT_EVENTS, record -> "chat-c".equals(record.key()), 3);

        assertThat(service.getBean(Journal.class).read("chat-c", 0, 1_000))
                .extracting(Entry::commandId)
                .containsExactly("c1", "c2", "c3");
    }

    @Test
    @SuppressWarnings("unchecked") // The only template of the service.
    void poison_is_set_aside_and_the_next_command_works() {
        KafkaTemplate<String, byte[]> raw = service.getBean(KafkaTemplate.class);
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);
        raw.send(new ProducerRecord<>(Topics.CHAT_COMMANDS, "chat-d", nonsense)).join();
        send("d1", open("chat-d"));

        var dead = await(Topics.dead(Topics.CHAT_COMMANDS), _ -> true, 1).getFirst();
        var events = await(Topics.CHAT_EVENTS, record -> "chat-d".equals(record.key()), 1);

        assertThat(dead.value()).isEqualTo(nonsense);
        assertThat(header(dead, "reason")).isNotBlank();
        assertThat(events).isNotEmpty();
    }

    /// With the reader of the CloudEvents project, which knows nothing of us.
    @Test
    void a_foreign_reader_reads_cloud_events() {
        send("e1", open("chat-e"));
        await(Topics.CHAT_EVENTS, record -> "chat-e".equals(record.key()), 1);

        ConsumerRecord<String, CloudEvent> first =
                await(
                                Topics.CHAT_EVENTS,
                                new CloudEventDeserializer(),
                                record -> "chat-e".equals(record.key()),
                                1)
                        .getFirst();

        CloudEvent event = first.value();
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getType()).isEqualTo("io.chatkeeper.chat.opened.v1");
        assertThat(event.getSource()).hasToString("/chatkeeper/chat/chat-e");
        assertThat(event.getSubject()).isEqualTo("chat-e");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("sequence")).isEqualTo("0000000000000000001");
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"chatId\":\"chat-e\"");
    }

    @Test
    void another_system_gets_the_chat_at_the_second_attempt() {
        send(
                "e1",
                new OpenChat(
                        "chat-e",
                        "CK-E",
                        "shop",
                        "customer-care",
                        Customer.unknown(),
                        null,
                        PersonalText.of("My parcel is late."),
                        Map.of()));

        var events =
                await(
                        Topics.CHAT_EVENTS,
                        record ->
                                "chat-e".equals(record.key())
                                        && header(record, "ce_type").contains(".record-"),
                        4);

        assertThat(events)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "io.chatkeeper.chat.record-due.v1",
                        "io.chatkeeper.chat.record-failed.v1",
                        "io.chatkeeper.chat.record-due.v1",
                        "io.chatkeeper.chat.record-delivered.v1");
        assertThat(crmGot).hasSize(2).allMatch(crmGot.peek()::equals);
        assertThat(crmGot.peek())
                .contains("\"type\":\"chat.opened\"", "\"reference\":\"CK-E\"")
                .contains("\"inquiry\":\"My parcel is late.\"");
    }

    @Test
    void the_shipped_procedures_are_published() {
        var published = await(Topics.SOPS, _ -> true, 5);

        assertThat(published)
                .extracting(ConsumerRecord::key)
                .contains("tidio-loan@3", "live-chat@3", "customer-care@5");
    }

    private void send(String id, Command command) {
        CommandSender sender = service.getBean(CommandSender.class);
        sender.send(
                        new OutgoingCommand(
                                id,
                                command,
                                Actor.visitor(command.streamId()),
                                id,
                                null,
                                sender.fingerprint(command),
                                null,
                                null,
                                null,
                                null))
                .join();
    }

    private static OpenChat open(String chat) {
        return new OpenChat(
                chat, "CK-" + chat, "loan", "tidio-loan", Customer.unknown(), null, null, Map.of());
    }

    private static PostMessage post(String chat, String words) {
        return new PostMessage(chat, "message-" + words, null, PersonalText.of(words), List.of());
    }

    /// Reads a topic from its beginning until that many records are there.
    private List<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        return await(topic, new ByteArrayDeserializer(), wanted, count);
    }

    private <T> List<ConsumerRecord<String, T>> await(
            String topic,
            Deserializer<T> values,
            Predicate<ConsumerRecord<String, T>> wanted,
            int count) {
        Map<String, Object> config = Map.of("bootstrap.servers", addresses.kafka());
        List<ConsumerRecord<String, T>> found = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < count && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> {
                            if (wanted.test(record)) {
                                found.add(record);
                            }
                        });
            }
        }
        assertThat(found).as("records of " + topic).hasSizeGreaterThanOrEqualTo(count);
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
