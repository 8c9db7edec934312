package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// A Kafka record as a document. Ids of one stream's records are next to each other, in order.
final class ParkedRecords {
    private ParkedRecords() {}

    static String id(String group, ConsumerRecord<String, byte[]> record) {
        return String.format(
                Locale.ROOT,
                "%s|%s|%s|%05d|%019d",
                group,
                record.key(),
                record.topic(),
                record.partition(),
                record.offset());
    }

    /// Matches the records of one stream; the ids narrow it down, the field tells `a` from `a|b`.
    static Bson of(String group, String stream) {
        String start = group + "|" + stream + "|";
        String behind = group + "|" + stream + "}";
        return Filters.and(
                Filters.gte("_id", start), Filters.lt("_id", behind), Filters.eq("stream", stream));
    }

    static Document document(String group, ConsumerRecord<String, byte[]> record) {
        List<Document> headers = new java.util.ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new Document("key", header.key()).append("value", binary(header.value())));
        }
        return new Document("_id", id(group, record))
                .append("stream", String.valueOf(record.key()))
                .append("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("timestamp", record.timestamp())
                .append("key", record.key())
                .append("headers", headers)
                .append("value", binary(record.value()));
    }

    static ConsumerRecord<String, byte[]> record(Document parked) {
        RecordHeaders headers = new RecordHeaders();
        for (Document header : parked.getList("headers", Document.class)) {
            headers.add(header.getString("key"), bytes(header.get("value", Binary.class)));
        }
        return new ConsumerRecord<>(
                parked.getString("topic"),
                parked.getInteger("partition"),
                parked.getLong("offset"),
                parked.getLong("timestamp"),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                parked.getString("key"),
                bytes(parked.get("value", Binary.class)),
                headers,
                Optional.empty());
    }

    private static @Nullable Binary binary(byte @Nullable [] bytes) {
        return bytes == null ? null : new Binary(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Binary binary) {
        return binary == null ? null : binary.getData();
    }
}
