package io.chatkeeper.bench.targets;

import io.chatkeeper.local.ParentWatch;
import io.chatkeeper.pipeline.config.KafkaParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;

/// The other side of the ping-pong: a process that answers every record and does nothing else. It
/// polls and commits as the command loop does.
public final class Echo {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();

    private final Consumer<String, byte[]> consumer;
    private final KafkaTemplate<String, byte[]> producer;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    private Echo(KafkaParts kafka) {
        this.consumer = kafka.consumers("bench-echo", "echo").createConsumer();
        this.producer = kafka.template();
    }

    /// @param args bootstrap servers, and the process id of the one that started this
    public static void main(String[] args) {
        ParentWatch.exitWithParent(Long.parseLong(args[1]));
        new Echo(new KafkaParts(Connection.settings(args[0], "mongodb://unused"))).loop();
    }

    private void loop() {
        consumer.subscribe(List.of(PingPong.PING));
        long nextCommit = System.nanoTime();
        while (true) {
            for (var record : consumer.poll(POLL)) {
                producer.send(new ProducerRecord<>(PingPong.PONG, record.key(), record.value()))
                        .exceptionally(Echo::isLost);
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
            if (System.nanoTime() >= nextCommit && !done.isEmpty()) {
                consumer.commitAsync(Map.copyOf(done), null);
                done.clear();
                nextCommit = System.nanoTime() + COMMIT_NANOS;
            }
        }
    }

    /// The client finds out: its ping has no answer.
    private static <T> T isLost(Throwable failure) {
        throw new IllegalStateException("a pong was lost", failure);
    }
}
