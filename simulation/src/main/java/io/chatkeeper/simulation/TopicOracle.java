package io.chatkeeper.simulation;

import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.sop.SopRegister;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Journal against topics: every stored event was told, in order at its first occurrence, and
/// nothing else was; every policy has reacted to each of them.
final class TopicOracle {
    private final House house;
    private final Map<String, Map<String, List<Entry>>> stored;
    private final SopRegister sops = new SopRegister();
    private final List<String> complaints = new ArrayList<>();

    TopicOracle(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.stored = stored;
    }

    List<String> complaints() {
        house.procedures().learn(sops);
        Set<String> sent = commandsSent();
        for (Service service : Service.ALL) {
            Map<String, List<Recorded>> told = told(service);
            stored.get(service.name())
                    .forEach((stream, entries) -> {
                        List<Recorded> due = publicForms(service, stream, entries);
                        if (!told.getOrDefault(stream, List.of()).equals(due)) {
                            complaints.add(
                                    "[told] "
                                            + stream
                                            + ": stored "
                                            + sequences(due)
                                            + ", told "
                                            + sequences(told.getOrDefault(stream, List.of())));
                        }
                        due.forEach(recorded -> reacted(service, recorded, sent));
                    });
        }
        return complaints;
    }

    private static List<Long> sequences(List<Recorded> events) {
        return events.stream().map(event -> event.envelope().sequence()).toList();
    }

    static List<Recorded> publicForms(Service service, String stream, List<Entry> entries) {
        var reader = new StoredReader(service.rooms(), Deciding.JSON);
        List<Recorded> all = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<PublicEvent> event = reader.publicForm(stream, entry);
            event.ifPresent(shown ->
                    all.add(new Recorded(EventFormat.envelope(stream, entry, shown), shown)));
        }
        return all;
    }

    /// The first occurrences on the topic. One that comes late stands out of order.
    private Map<String, List<Recorded>> told(Service service) {
        var format = new EventFormat(Deciding.JSON, "oracle");
        Map<String, List<Recorded>> told = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record :
                house.broker().all(ServiceTopics.of(service.name()).events())) {
            if (isPoison(record)) {
                continue;
            }
            Recorded recorded = format.read(record.headers(), record.value());
            if (seen.add(recorded.envelope().id())) {
                told.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(recorded);
            }
        }
        return told;
    }

    static boolean isPoison(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8).startsWith(Workload.POISON);
    }

    private Set<String> commandsSent() {
        Set<String> ids = new HashSet<>();
        for (String topic : Topics.COMMANDS) {
            for (ConsumerRecord<String, byte[]> record : house.broker().all(topic)) {
                if (!isPoison(record)) {
                    ids.add(header(record, "ce_id"));
                }
            }
        }
        return ids;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void reacted(Service source, Recorded recorded, Set<String> sent) {
        String topic = ServiceTopics.of(source.name()).events();
        for (Service listener : Service.ALL) {
            for (Policy policy : listener.policies(sops)) {
                if (policy.topic().equals(topic)) {
                    List<? extends Command> due = policy.reaction().apply(recorded);
                    for (int i = 0; i < due.size(); i++) {
                        String id =
                                Ids.derived(recorded.envelope().id(), policy.name(), "" + i)
                                        .toString();
                        if (!sent.contains(id)) {
                            complaints.add(
                                    "[skipped] "
                                            + policy.name()
                                            + " did not react to "
                                            + recorded.envelope());
                        }
                    }
                }
            }
        }
    }
}
