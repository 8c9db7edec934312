package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.listening.Parking;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Parked streams in MongoDB: a document per stream that says why, and one per record.
public final class MongoParking implements Parking {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final MongoDatabase database;

    public MongoParking(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> parked(String group) {
        List<Document> streams =
                Waiting.on(
                        Flux.from(
                                        database.getCollection("parkedStreams")
                                                .find(Filters.eq("group", group))
                                                .projection(Projections.include("stream")))
                                .collectList(),
                        LIMIT,
                        "reading parked streams");
        Set<String> names = new HashSet<>();
        if (streams != null) {
            streams.forEach(stream -> names.add(stream.getString("stream")));
        }
        return names;
    }

    @Override
    public void park(String group, ConsumerRecord<String, byte[]> record, String reason) {
        String stream = String.valueOf(record.key());
        Waiting.on(
                Mono.from(
                        database.getCollection("parkedStreams")
                                .updateOne(
                                        new Document("_id", group + "|" + stream),
                                        Updates.combine(
                                                Updates.setOnInsert("group", group),
                                                Updates.setOnInsert("stream", stream),
                                                Updates.setOnInsert("reason", reason)),
                                        new UpdateOptions().upsert(true))),
                LIMIT,
                "parking a stream");
        Document parked = document(group, record);
        Waiting.on(
                Mono.from(
                        database.getCollection("parkedRecords")
                                .replaceOne(
                                        new Document("_id", parked.get("_id")),
                                        parked,
                                        new ReplaceOptions().upsert(true))),
                LIMIT,
                "parking a record");
    }

    private static Document document(String group, ConsumerRecord<String, byte[]> record) {
        Document headers = new Document();
        record.headers()
                .forEach(header -> headers.append(header.key(), new Binary(header.value())));
        String id =
                "%s|%s|%d|%019d"
                        .formatted(group, record.topic(), record.partition(), record.offset());
        return new Document("_id", id)
                .append("stream", String.valueOf(record.key()))
                .append("headers", headers)
                .append("value", record.value() == null ? null : new Binary(record.value()));
    }
}
