package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPartsIT {

    @TempDir Path data;

    @Test
    void broker_and_store_keep_their_data_over_kills_and_stops_and_leave_no_process()
            throws Exception {
        ProcessHandle broker;
        ProcessHandle store;
        try (LocalParts parts = LocalParts.start(Repository.root(), data)) {
            write(parts);
            parts.broker().kill();
            parts.store().kill();
            parts.broker().restart();
            parts.store().restart();
            assertHolds(parts, 1);
            write(parts);
            broker = ProcessHandle.of(parts.broker().pid()).orElseThrow();
            store = ProcessHandle.of(parts.store().pid()).orElseThrow();
        }
        assertThat(broker.isAlive()).isFalse();
        assertThat(store.isAlive()).isFalse();
        try (LocalParts parts = LocalParts.start(Repository.root(), data)) {
            assertHolds(parts, 2);
        }
    }

    private static void write(LocalParts parts) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", parts.kafka());
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains("it")) {
                admin.createTopics(List.of(new NewTopic("it", 6, (short) 1))).all().get();
            }
        }
        Properties producing = new Properties();
        producing.putAll(settings);
        try (var producer =
                new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("it", 0, "key", "value")).get();
        }
        try (var client = MongoClients.create(parts.mongoUri())) {
            client.getDatabase("it").getCollection("it").insertOne(new Document());
        }
    }

    private static void assertHolds(LocalParts parts, int count) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.kafka()))) {
            var partition = new org.apache.kafka.common.TopicPartition("it", 0);
            var latest = org.apache.kafka.clients.admin.OffsetSpec.latest();
            var end = admin.listOffsets(Map.of(partition, latest)).partitionResult(partition);
            assertThat(end.get().offset()).isEqualTo(count);
        }
        try (var client = MongoClients.create(parts.mongoUri())) {
            assertThat(client.getDatabase("it").getCollection("it").countDocuments())
                    .isEqualTo(count);
        }
    }

    @Test
    void topics_are_not_created_by_use() throws Exception {
        try (LocalParts parts = LocalParts.start(Repository.root(), data);
                Admin admin = Admin.create(Map.of("bootstrap.servers", parts.kafka()))) {
            assertThatThrownBy(() -> admin.describeTopics(Set.of("nobody")).allTopicNames().get())
                    .hasMessageContaining("does not host this topic-partition");
        }
    }

    @Test
    void a_second_store_on_the_same_file_says_so() {
        try (StoreProcess first = StoreProcess.start(Repository.root(), data)) {
            assertThatThrownBy(() -> StoreProcess.start(Repository.root(), data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("store.log");
            assertThat(first.alive()).isTrue();
        }
    }

    @Test
    void a_frozen_store_answers_nobody_until_it_is_thawed() throws Exception {
        try (StoreProcess store = StoreProcess.start(Repository.root(), data);
                var client = MongoClients.create(store.uri());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var documents = client.getDatabase("it").getCollection("it");
            documents.insertOne(new Document());

            store.freeze();
            var late = threads.submit(() -> documents.insertOne(new Document()));
            assertThatThrownBy(() -> late.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            store.thaw();

            assertThat(late.get().wasAcknowledged()).isTrue();
        }
    }
}
