package io.chatkeeper.simulation;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// The published procedures, as processes learn of them. Reading one takes long and always gives
/// the same, so it is done once.
record Procedures(Broker broker, Faults faults) {
    private static final TopicPartition SOPS = new TopicPartition(Topics.SOPS, 0);
    private static final Map<String, Sop> READ = new HashMap<>();

    /// Keeps a register filled, as a process does for itself.
    void feed(Life life, SopRegister register) {
        int next = 0;
        List<ConsumerRecord<String, byte[]>> log = broker.log(SOPS);
        while (true) {
            while (next < log.size()) {
                register.add(read(log.get(next++).value()));
            }
            broker.arrival(Topics.SOPS).join();
            life.waitFor(faults.delay());
        }
    }

    /// A register with everything that was ever published.
    SopRegister all() {
        var register = new SopRegister();
        learn(register);
        return register;
    }

    /// Fills a register with everything that was ever published.
    void learn(SopRegister register) {
        broker.log(SOPS).forEach(record -> register.add(read(record.value())));
    }

    private static Sop read(byte[] yaml) {
        String text = new String(yaml, StandardCharsets.UTF_8);
        return READ.computeIfAbsent(text, SopReader::read);
    }
}
