package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets records aside that nobody can read (P8): to `<topic>.dead`, as they are, with the reason.
public final class Graveyard {
    private static final Logger LOG = LoggerFactory.getLogger(Graveyard.class);

    private final Sender sender;

    public Graveyard(Sender sender) {
        this.sender = sender;
    }

    /// Completes when the record is safely on the dead-letter topic.
    public CompletableFuture<Void> bury(ConsumerRecord<String, byte[]> record, Exception why) {
        String reason = why.getClass().getName();
        LOG.error(
                "record set aside: topic={} partition={} offset={} reason={}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        var dead =
                new ProducerRecord<String, byte[]>(
                        Topics.dead(record.topic()),
                        null,
                        record.key(),
                        record.value(),
                        record.headers());
        dead.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("partition", bytes(record.partition()))
                .add("offset", bytes(record.offset()));
        return CompletableFuture.allOf(sender.send(dead));
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(StandardCharsets.UTF_8);
    }
}
