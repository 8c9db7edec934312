package io.chatkeeper.simulation;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Asks at the end of a run whether every promise was kept. What it looks at lies outside of the
/// processes: topics, journals, documents.
final class Oracle {
    private final House house;
    private final Caller caller;
    private final List<String> complaints = new ArrayList<>();

    Oracle(House house, Caller caller) {
        this.house = house;
        this.caller = caller;
    }

    /// Everything that is wrong; nothing, if all is well.
    List<String> complaints() {
        everythingConsumed();
        onlyPoisonIsDead();
        if (house.scheduler().wasDisturbed()) {
            complaints.add("[replay] a thread from outside took part");
        }
        Map<String, Map<String, List<Entry>>> stored = new TreeMap<>();
        for (Service service : Service.ALL) {
            stored.put(service.name(), streams(service));
        }
        stored.forEach((_, streams) ->
                streams.forEach((stream, entries) ->
                        complaints.addAll(new StreamOracle(stream, entries).complaints())));
        complaints.addAll(new TopicOracle(house, stored).complaints());
        complaints.addAll(new AnswerOracle(house, caller, stored).complaints());
        complaints.addAll(new ViewOracle(house, stored).complaints());
        complaints.addAll(new ReportOracle(house, stored).complaints());
        complaints.addAll(new TimerOracle(house, stored).complaints());
        complaints.addAll(new PromiseOracle(house, stored).complaints());
        complaints.addAll(new OwnerOracle(stored).complaints());
        if (complaints.isEmpty()) {
            complaints.addAll(new Reference(house, stored).complaints());
        }
        return complaints;
    }

    /// Every stream that a command was ever sent to.
    private Map<String, List<Entry>> streams(Service service) {
        Map<String, List<Entry>> streams = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record :
                house.broker().all(ServiceTopics.of(service.name()).commands())) {
            streams.computeIfAbsent(
                    record.key(),
                    stream -> house.stored(service.name()).read(stream, 0, Integer.MAX_VALUE));
        }
        return streams;
    }

    private void everythingConsumed() {
        for (Group group : house.broker().groups()) {
            for (TopicPartition partition : group.partitions()) {
                long behind = house.broker().end(partition) - group.committed(partition);
                if (behind != 0) {
                    complaints.add(
                            "[consumed] "
                                    + group.name()
                                    + " is "
                                    + behind
                                    + " behind in "
                                    + partition);
                }
            }
        }
    }

    private void onlyPoisonIsDead() {
        List<String> topics = new ArrayList<>(Topics.COMMANDS);
        topics.addAll(Topics.EVENTS);
        for (String topic : topics) {
            for (ConsumerRecord<String, byte[]> dead : house.broker().all(Topics.dead(topic))) {
                String text = new String(dead.value(), StandardCharsets.UTF_8);
                if (!text.startsWith(Workload.POISON) && !text.contains("\"broken-")) {
                    complaints.add(
                            "[poison] on "
                                    + Topics.dead(topic)
                                    + ": "
                                    + dead.key()
                                    + " "
                                    + text
                                    + " "
                                    + dead.headers());
                }
            }
        }
    }
}
