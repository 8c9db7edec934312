package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.KafkaTemplate;

/// One partition of an event topic: says what it holds, and takes what is sent away.
final class Topic {
    static final TopicPartition PARTITION = new TopicPartition(Topics.CHAT_EVENTS, 0);
    static final EventFormat FORMAT = new EventFormat(Json.mapper(), "chat");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final Sender sender =
            new Sender(new KafkaTemplate<String, byte[]>(() -> producer)::send, () -> {});
    final Graveyard graveyard = new Graveyard(sender);
    private long offset;

    /// What was sent, oldest first.
    List<ProducerRecord<String, byte[]>> sent() {
        return producer.history();
    }

    static Recorded event(String chat, long sequence) {
        VisitorLeft event = new VisitorLeft(chat, "idle");
        return new Recorded(
                new Envelope(
                        "event-" + chat + "-" + sequence,
                        WireNames.of(VisitorLeft.class),
                        chat,
                        sequence,
                        Instant.EPOCH.plusSeconds(sequence),
                        chat,
                        "correlation",
                        "command",
                        Actor.agent("casey", Role.CSR),
                        "tidio-loan@1",
                        null),
                event);
    }

    /// The next record of the partition, with the chat's event of that sequence.
    ConsumerRecord<String, byte[]> next(String chat, long sequence) {
        ProducerRecord<String, byte[]> written =
                FORMAT.write(Topics.CHAT_EVENTS, event(chat, sequence));
        return record(chat, written.value(), written);
    }

    /// The next record, which nobody can read.
    ConsumerRecord<String, byte[]> garbage(String key) {
        return record(key, new byte[] {1}, new ProducerRecord<>(Topics.CHAT_EVENTS, key, null));
    }

    private ConsumerRecord<String, byte[]> record(
            String key, byte[] value, ProducerRecord<String, byte[]> written) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset++,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                written.headers(),
                Optional.empty());
    }
}
