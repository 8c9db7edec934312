package io.chatkeeper.pipeline.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends records; keeps the order of calls within a key. A send that fails for good stops the
/// process: what was promised can then only be kept by starting again from the committed offsets.
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Function<ProducerRecord<String, byte[]>, ? extends CompletableFuture<?>> producer;
    private final Runnable onFailure;

    /// @param producer keeps the order of its calls; its future completes when the broker has the
    ///   record for good
    public Sender(
            Function<ProducerRecord<String, byte[]>, ? extends CompletableFuture<?>> producer,
            Runnable onFailure) {
        this.producer = producer;
        this.onFailure = onFailure;
    }

    /// The future completes when the broker has the record for good.
    public CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
        return producer.apply(record)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.error("send failed for good: topic={}", record.topic(), failure);
                        onFailure.run();
                    }
                });
    }
}
