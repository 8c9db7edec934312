package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.sop.SopFaults;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the register filled with every published SOP version.
public final class SopFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SopFeed.class);

    private final SopRegister register;

    private SopFeed(SopRegister register) {
        this.register = register;
    }

    /// Starts to read the topic `sops` from its beginning.
    ///
    /// @param consumer one of its own, without a group
    public static Tail start(
            Consumer<String, byte[]> consumer, SopRegister register, Runnable onFailure) {
        Tail tail =
                new Tail(
                        consumer,
                        Tail.partitionsOf(consumer, List.of(Topics.SOPS)),
                        Tail.EVERYTHING,
                        new SopFeed(register)::take,
                        onFailure);
        tail.start();
        return tail;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            register.add(SopReader.read(record.value()));
            LOG.info("SOP version known: {}", record.key());
        } catch (SopFaults | IllegalStateException e) {
            LOG.error("SOP version can't be read: {}", record.key(), e);
        }
    }
}
