package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/// A command as a Kafka record: a CloudEvent in binary mode, keyed by its stream.
public final class CommandFormat {
    /// A command payload may be this large.
    public static final int PAYLOAD_BYTES = 256 * 1024;

    private final JsonMapper json;
    private final String service;

    /// @param service the sender, as it stands in `ce_source`
    public CommandFormat(JsonMapper json, String service) {
        this.json = json;
        this.service = service;
    }

    /// @param at when the command was taken, for people; the decision time is the broker's
    public ProducerRecord<String, byte[]> write(OutgoingCommand sent, Instant at) {
        String stream = sent.command().streamId();
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(sent.commandId())
                        .withType(WireNames.of(sent.command().getClass()))
                        .withSource(Attributes.source(service, stream))
                        .withSubject(stream)
                        .withTime(at.atOffset(ZoneOffset.UTC))
                        .withData("application/json", json.writeValueAsBytes(sent.command()));
        Attributes.put(event, Attributes.PARTITION_KEY, stream);
        Attributes.put(event, Attributes.CORRELATION, sent.correlationId());
        Attributes.put(event, Attributes.CAUSATION, sent.causationId());
        Attributes.actor(event, sent.actor());
        Attributes.put(event, Attributes.FINGERPRINT, sent.fingerprint());
        Attributes.put(event, Attributes.DEADLINE, sent.deadline());
        Attributes.origin(event, sent.origin());
        Attributes.put(event, Attributes.TRACE, sent.traceparent());
        if (sent.replyTo() != null) {
            Attributes.put(event, Attributes.REPLY_INSTANCE, sent.replyTo().instance());
            Attributes.put(event, Attributes.REPLY_PARTITION, sent.replyTo().partition());
        }
        return KafkaMessageFactory.<String>createWriter(Topics.of(sent.command()), stream)
                .writeBinary(event.build());
    }

    /// @param topicId the topic's own id
    /// @throws IllegalArgumentException (or another runtime exception) if this is no command
    public CommandRecord read(ConsumerRecord<String, byte[]> record, String topicId) {
        CloudEvent event =
                KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
        byte[] payload = Objects.requireNonNull(event.getData(), "no payload").toBytes();
        if (payload.length > PAYLOAD_BYTES) {
            throw new IllegalArgumentException("payload larger than " + PAYLOAD_BYTES);
        }
        return new CommandRecord(
                new Entry.Source(topicId, record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                event.getId(),
                event.getType(),
                Objects.requireNonNull(record.key(), "no key"),
                Attributes.actor(event),
                Attributes.required(event, Attributes.CORRELATION),
                Attributes.text(event, Attributes.CAUSATION),
                Attributes.required(event, Attributes.FINGERPRINT),
                Attributes.instant(event, Attributes.DEADLINE),
                Attributes.replyTo(event),
                Attributes.origin(event),
                Attributes.text(event, Attributes.TRACE),
                payload);
    }
}
