package io.chatkeeper.pipeline.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.listening.Parking;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Parked streams in MongoDB: a document per stream that says why, and one per record.
public final class MongoParking implements Parking {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> streams;
    private final MongoCollection<Document> records;

    public MongoParking(MongoDatabase database) {
        this.streams = database.getCollection("parkedStreams");
        this.records = database.getCollection("parkedRecords");
    }

    /// Which of these streams are parked, for whoever shows a view and must not wait.
    public Mono<Set<String>> parkedAmong(String group, Collection<String> names) {
        List<String> ids = names.stream().map(name -> id(group, name)).toList();
        return Flux.from(streams.find(Filters.in("_id", ids)))
                .map(stream -> stream.getString("stream"))
                .collect(HashSet::new, Set::add);
    }

    @Override
    public Set<String> parked(String group) {
        return all(
                        streams.find(Filters.eq("group", group))
                                .projection(Projections.include("stream")),
                        "reading parked streams")
                .stream()
                .map(stream -> stream.getString("stream"))
                .collect(java.util.stream.Collectors.toSet());
    }

    /// The record first: whoever releases the stream at the same moment then either sees the
    /// record, or its stream is parked again by the second write.
    @Override
    public void park(String group, ConsumerRecord<String, byte[]> record, String reason) {
        Document parked = ParkedRecords.document(group, record);
        one(
                records.replaceOne(
                        new Document("_id", parked.get("_id")),
                        parked,
                        new ReplaceOptions().upsert(true)),
                "parking a record");
        mark(group, record, reason);
    }

    private void mark(String group, ConsumerRecord<String, byte[]> record, String reason) {
        String stream = String.valueOf(record.key());
        one(
                streams.updateOne(
                        new Document("_id", id(group, stream)),
                        Updates.combine(
                                Updates.setOnInsert("group", group),
                                Updates.setOnInsert("stream", stream),
                                Updates.setOnInsert("topic", record.topic()),
                                Updates.setOnInsert("partition", record.partition()),
                                Updates.setOnInsert("offset", record.offset()),
                                Updates.setOnInsert("reason", reason)),
                        UPSERT),
                "parking a stream");
    }

    @Override
    public boolean want(String group, String stream, @Nullable Long without) {
        var result =
                one(
                        streams.updateOne(
                                new Document("_id", id(group, stream)),
                                Updates.combine(
                                        Updates.set("replay", true),
                                        without == null
                                                ? Updates.unset("without")
                                                : Updates.set("without", without))),
                        "asking for a replay");
        return result != null && result.getMatchedCount() == 1;
    }

    @Override
    public List<Replay> wanted(String group) {
        Bson filter = new Document("group", group).append("replay", true);
        return all(streams.find(filter), "reading wanted replays").stream()
                .map(MongoParking::replay)
                .toList();
    }

    @Override
    public List<Parked> all() {
        return all(streams.find(), "reading parked streams").stream()
                .map(stream ->
                        new Parked(
                                stream.getString("group"),
                                stream.getString("stream"),
                                partition(stream),
                                stream.getLong("offset"),
                                stream.getString("reason")))
                .toList();
    }

    private static Replay replay(Document stream) {
        return new Replay(stream.getString("stream"), partition(stream), stream.getLong("without"));
    }

    private static TopicPartition partition(Document stream) {
        return new TopicPartition(stream.getString("topic"), stream.getInteger("partition"));
    }

    @Override
    public List<ConsumerRecord<String, byte[]>> line(String group, String stream, int limit) {
        return all(
                        records.find(ParkedRecords.of(group, stream))
                                .sort(Sorts.ascending("_id"))
                                .limit(limit),
                        "reading parked records")
                .stream()
                .map(ParkedRecords::record)
                .toList();
    }

    @Override
    public void remove(String group, List<ConsumerRecord<String, byte[]>> handled) {
        if (!handled.isEmpty()) {
            List<String> ids =
                    handled.stream().map(record -> ParkedRecords.id(group, record)).toList();
            one(records.deleteMany(Filters.in("_id", ids)), "removing parked records");
        }
    }

    @Override
    public void giveUp(String group, String stream, String reason) {
        one(
                streams.updateOne(
                        new Document("_id", id(group, stream)),
                        Updates.combine(
                                Updates.unset("replay"),
                                Updates.unset("without"),
                                Updates.set("reason", reason))),
                "giving a replay up");
    }

    @Override
    public void release(String group, String stream) {
        one(streams.deleteOne(new Document("_id", id(group, stream))), "releasing a stream");
        line(group, stream, 1)
                .forEach(late -> mark(group, late, "parked while the stream was released"));
    }

    private static String id(String group, String stream) {
        return group + "|" + stream;
    }

    private static List<Document> all(Publisher<Document> found, String what) {
        return Objects.requireNonNull(Waiting.on(Flux.from(found).collectList(), LIMIT, what));
    }

    private static <T> @Nullable T one(Publisher<T> answer, String what) {
        return Waiting.on(Mono.from(answer), LIMIT, what);
    }
}
