package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.journal.Entry;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A public event as a Kafka record: a CloudEvent in binary mode, keyed by its stream.
public final class EventFormat {
    private final JsonMapper json;
    private final String service;

    /// @param service the sender, as it stands in `ce_source`
    public EventFormat(JsonMapper json, String service) {
        this.json = json;
        this.service = service;
    }

    /// The envelope of a stored entry whose public form is the given event.
    public static Envelope envelope(String streamId, Entry entry, PublicEvent event) {
        return new Envelope(
                entry.eventId(),
                WireNames.of(event.getClass()),
                streamId,
                entry.sequence(),
                entry.time(),
                chatOf(streamId, event),
                entry.correlationId(),
                entry.commandId(),
                entry.actor(),
                entry.sopVersion(),
                entry.traceparent());
    }

    public ProducerRecord<String, byte[]> write(String topic, Recorded recorded) {
        Envelope envelope = recorded.envelope();
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(envelope.id())
                        .withType(envelope.type())
                        .withSource(Attributes.source(service, envelope.streamId()))
                        .withSubject(envelope.streamId())
                        .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                        .withData("application/json", json.writeValueAsBytes(recorded.event()));
        Attributes.put(
                event,
                Attributes.SEQUENCE,
                String.format(Locale.ROOT, "%019d", envelope.sequence()));
        Attributes.put(event, Attributes.PARTITION_KEY, envelope.streamId());
        Attributes.put(event, Attributes.CHAT, envelope.chatId());
        Attributes.put(event, Attributes.CORRELATION, envelope.correlationId());
        Attributes.put(event, Attributes.CAUSATION, envelope.causationId());
        Attributes.actor(event, envelope.actor());
        Attributes.put(event, Attributes.SOP_VERSION, envelope.sopVersion());
        Attributes.put(event, Attributes.TRACE, envelope.traceparent());
        return KafkaMessageFactory.<String>createWriter(topic, envelope.streamId())
                .writeBinary(event.build());
    }

    /// @throws IllegalArgumentException (or another runtime exception) if this is no event of ours
    public Recorded read(Headers headers, byte[] value) {
        CloudEvent event = KafkaMessageFactory.createReader(headers, value).toEvent();
        Class<? extends PublicEvent> type =
                WireNames.eventClass(event.getType())
                        .orElseThrow(() -> new IllegalArgumentException("unknown event type"));
        byte[] payload = Objects.requireNonNull(event.getData(), "no payload").toBytes();
        return new Recorded(envelope(event), json.readValue(payload, type));
    }

    private static Envelope envelope(CloudEvent event) {
        Instant time = Objects.requireNonNull(event.getTime(), "no time").toInstant();
        return new Envelope(
                event.getId(),
                event.getType(),
                Objects.requireNonNull(event.getSubject(), "no subject"),
                Long.parseLong(Attributes.required(event, Attributes.SEQUENCE)),
                time,
                Attributes.text(event, Attributes.CHAT),
                Attributes.required(event, Attributes.CORRELATION),
                Attributes.required(event, Attributes.CAUSATION),
                Attributes.actor(event),
                Attributes.text(event, Attributes.SOP_VERSION),
                Attributes.text(event, Attributes.TRACE));
    }

    private static @Nullable String chatOf(String streamId, PublicEvent event) {
        return switch (StreamId.kind(streamId)) {
            case "chat" -> ((PublicChatEvent) event).chatId();
            case "notes", "clock" -> StreamId.subject(streamId);
            default -> null;
        };
    }
}
