package io.chatkeeper.pipeline.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// Sends records; keeps the order of calls within a key. A send that fails for good stops the
/// process: what was promised can then only be kept by starting again from the committed offsets.
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final KafkaTemplate<String, byte[]> template;
    private final Runnable onFailure;

    public Sender(KafkaTemplate<String, byte[]> template, Runnable onFailure) {
        this.template = template;
        this.onFailure = onFailure;
    }

    /// The future completes when the broker has the record for good.
    public CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
        return template.send(record)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.error("send failed for good: topic={}", record.topic(), failure);
                        onFailure.run();
                    }
                });
    }
}
