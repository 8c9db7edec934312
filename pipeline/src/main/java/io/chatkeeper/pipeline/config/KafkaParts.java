package io.chatkeeper.pipeline.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// The Kafka clients of a service, set up for durability first (P1) and latency second.
public final class KafkaParts {
    private static final int POLL_RECORDS = 500;
    private static final int REQUEST_MILLIS = 15_000;
    private static final int BLOCK_MILLIS = 60_000;

    private final PipelineSettings settings;

    public KafkaParts(PipelineSettings settings) {
        this.settings = settings;
    }

    public KafkaTemplate<String, byte[]> template() {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        int limit = (int) settings.sendLimit().toMillis();
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limit);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(REQUEST_MILLIS, limit));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(BLOCK_MILLIS, limit));
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(
                        config, new StringSerializer(), new ByteArraySerializer()));
    }

    /// Consumers of a group; `purpose` tells the members of one instance apart.
    public ConsumerFactory<String, byte[]> consumers(String group, String purpose) {
        return consumers(group, purpose, POLL_RECORDS);
    }

    /// The same, with another bound on how many records a poll hands out.
    ConsumerFactory<String, byte[]> consumers(String group, String purpose, int pollRecords) {
        Map<String, Object> config = consumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollRecords);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + purpose);
        config.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) settings.sessionTimeout().toMillis());
        config.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) settings.heartbeatEvery().toMillis());
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return factory(config);
    }

    /// A consumer without a group, which assigns itself.
    public Consumer<String, byte[]> loner() {
        return factory(consumerConfig()).createConsumer();
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", settings.kafka()));
    }

    private Map<String, Object> consumerConfig() {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return config;
    }

    private static ConsumerFactory<String, byte[]> factory(Map<String, Object> config) {
        return new LeavingConsumers(config);
    }
}
