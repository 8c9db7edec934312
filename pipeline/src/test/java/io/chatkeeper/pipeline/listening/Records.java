package io.chatkeeper.pipeline.listening;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// Records as a consumer gets them.
final class Records {
    static final String TOPIC = "chat.events";

    private Records() {}

    static ConsumerRecord<String, byte[]> record(@Nullable String key, long offset) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_id", bytes("event-" + offset));
        headers.add("twice", bytes("a"));
        headers.add("twice", bytes("b"));
        headers.add("nothing", null);
        return new ConsumerRecord<>(
                TOPIC,
                3,
                offset,
                1_000 + offset,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                bytes("value-" + offset),
                headers,
                Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
