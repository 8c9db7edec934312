package io.chatkeeper.bench.targets;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.config.KafkaParts;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.kafka.Tail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.KafkaTemplate;

/// The client's way to broker and store, set up exactly as the services set theirs up.
public final class Connection implements AutoCloseable {
    /// Partitions of every topic, as in the house on one machine.
    public static final int PARTITIONS = 6;

    private final KafkaParts kafka;
    private final KafkaTemplate<String, byte[]> producer;
    private final MongoClient mongo;

    public Connection(String bootstrap, String mongoUri) {
        this.kafka = new KafkaParts(settings(bootstrap, mongoUri));
        this.producer = kafka.template();
        this.mongo =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(mongoUri))
                                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                                .build());
    }

    static PipelineSettings settings(String bootstrap, String mongoUri) {
        Map<String, Object> given =
                Map.of(
                        "service", "bench",
                        "instance", "bench",
                        "kafka", bootstrap,
                        "mongo", mongoUri,
                        "partitions", PARTITIONS);
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("", PipelineSettings.class);
    }

    CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record);
    }

    /// Reads topics from their present end on.
    Tail tail(List<String> topics, Consumer<ConsumerRecord<String, byte[]>> taker) {
        var consumer = kafka.loner();
        Tail tail = new Tail(consumer, Tail.partitionsOf(consumer, topics), 0, taker, () -> {});
        tail.start();
        return tail;
    }

    /// The broker's operator side; the caller closes it.
    public org.apache.kafka.clients.admin.Admin admin() {
        return kafka.admin();
    }

    /// The journal of a service, as raw documents.
    public MongoCollection<Document> journal(String service) {
        return mongo.getDatabase("chatkeeper_" + service).getCollection("journal");
    }

    /// A collection of read models, as raw documents.
    public MongoCollection<Document> views(String collection) {
        return mongo.getDatabase("chatkeeper_projection").getCollection(collection);
    }

    @Override
    public void close() {
        producer.getProducerFactory().reset();
        producer.destroy();
        mongo.close();
    }
}
