package io.chatkeeper.simulation;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A member of a consumer group: as much of Kafka's consumer as the pipeline uses. It learns of
/// what the coordinator has decided when it polls, and of a partition taken away in its absence
/// maybe a few polls later: until then it goes on as if nothing had happened.
final class SimulatedConsumer {
    private static final int BATCH = 24;
    private static final int IDLE_POLLS = 2;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(30);

    private final Life life;
    private final Broker broker;
    private final Group group;
    private final Faults faults;
    private final Map<TopicPartition, Long> positions =
            new TreeMap<>(
                    java.util.Comparator.comparing(TopicPartition::topic)
                            .thenComparing(TopicPartition::partition));
    private final Set<TopicPartition> paused = new LinkedHashSet<>();
    private final Set<TopicPartition> gained = new LinkedHashSet<>();
    private final Set<TopicPartition> leaving = new LinkedHashSet<>();
    private final Set<TopicPartition> lost = new LinkedHashSet<>();
    private List<TopicPartition> subscribed = List.of();
    private @Nullable ConsumerRebalanceListener listener;
    private CompletableFuture<Void> news = new CompletableFuture<>();
    private boolean sleepsLightly;
    private int idle;
    private long seen;

    SimulatedConsumer(Life life, Broker broker, Group group, Faults faults) {
        this.life = life;
        this.broker = broker;
        this.group = group;
        this.faults = faults;
    }

    Life life() {
        return life;
    }

    void gain(TopicPartition partition) {
        gained.add(partition);
        tell();
    }

    void giveUp(TopicPartition partition) {
        if (gained.remove(partition)) {
            group.released(partition, this);
        } else {
            leaving.add(partition);
            tell();
        }
    }

    void lose(TopicPartition partition) {
        gained.remove(partition);
        leaving.remove(partition);
        if (positions.containsKey(partition)) {
            lost.add(partition);
        }
        tell();
    }

    private void tell() {
        CompletableFuture<Void> signal = news;
        news = new CompletableFuture<>();
        idle = 0;
        signal.complete(null);
    }

    void subscribe(Collection<String> topics, ConsumerRebalanceListener rebalances) {
        listener = rebalances;
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            for (int i = 0; i < broker.partitions(topic); i++) {
                all.add(new TopicPartition(topic, i));
            }
        }
        sleepsLightly = !(rebalances instanceof Container);
        subscribed = all;
        group.join(this, subscribed);
    }

    ConsumerRecords<String, byte[]> poll(Duration timeout) {
        life.reach(Step.POLL);
        ConsumerRecords<String, byte[]> records = attempt();
        if (records.isEmpty()) {
            waitForSomething(timeout);
            records = attempt();
        }
        return records;
    }

    /// Polls that bring nothing again and again would keep the clock from passing: after a few of
    /// them the consumer sleeps until something happens around it.
    private void waitForSomething(Duration timeout) {
        idle = seen == life.activity() ? idle + 1 : 0;
        seen = life.activity();
        Duration limit = idle <= IDLE_POLLS ? timeout : isSettled() ? LONG : SHORT;
        try {
            life.atMost(limit, CompletableFuture.anyOf(signals()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether everything it has read is committed.
    private boolean isSettled() {
        return positions.entrySet().stream()
                .allMatch(one -> group.committed(one.getKey()) == one.getValue());
    }

    private CompletableFuture<?>[] signals() {
        List<CompletableFuture<?>> signals = new ArrayList<>();
        signals.add(news);
        subscribed.stream()
                .map(TopicPartition::topic)
                .distinct()
                .forEach(topic -> signals.add(broker.arrival(topic)));
        if (sleepsLightly && idle > IDLE_POLLS) {
            signals.add(life.stirred());
        }
        return signals.toArray(CompletableFuture[]::new);
    }

    private ConsumerRecords<String, byte[]> attempt() {
        hearNews();
        return fetch();
    }

    private void hearNews() {
        ConsumerRebalanceListener told = listener;
        if (told == null || !lost.isEmpty() && faults.staysUnaware()) {
            return;
        }
        if (!lost.isEmpty()) {
            List<TopicPartition> gone = taken(lost);
            told.onPartitionsLost(gone);
            forget(gone);
        }
        if (!leaving.isEmpty()) {
            List<TopicPartition> going = taken(leaving);
            life.reach(Step.REVOKED);
            told.onPartitionsRevoked(going);
            forget(going);
            going.forEach(partition -> group.released(partition, this));
        }
        if (!group.has(this)) {
            group.join(this, subscribed);
        }
        if (!gained.isEmpty()) {
            List<TopicPartition> coming = taken(gained);
            life.reach(Step.ASSIGNED);
            coming.forEach(partition -> positions.put(partition, group.committed(partition)));
            told.onPartitionsAssigned(coming);
        }
    }

    private static List<TopicPartition> taken(Set<TopicPartition> from) {
        List<TopicPartition> all = List.copyOf(from);
        from.clear();
        return all;
    }

    private void forget(List<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        partitions.forEach(paused::remove);
    }

    private ConsumerRecords<String, byte[]> fetch() {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batch = new LinkedHashMap<>();
        for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
            TopicPartition partition = position.getKey();
            List<ConsumerRecord<String, byte[]>> log = broker.log(partition);
            long from = position.getValue();
            if (!paused.contains(partition) && from < log.size()) {
                int count = Math.min(faults.upTo(BATCH), log.size() - (int) from);
                batch.put(partition, List.copyOf(log.subList((int) from, (int) from + count)));
                position.setValue(from + count);
            }
        }
        idle = batch.isEmpty() ? idle : 0;
        return new ConsumerRecords<>(batch, Map.of());
    }

    /// Goes back to where it was before a batch that could not be handled.
    void backTo(ConsumerRecords<String, byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            positions.computeIfPresent(
                    partition, (_, _) -> batch.records(partition).getFirst().offset());
        }
    }

    void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        life.reach(Step.BEFORE_OFFSET_COMMIT);
        boolean all = true;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one : offsets.entrySet()) {
            all &= group.commit(this, one.getKey(), one.getValue().offset());
        }
        life.reach(Step.AFTER_OFFSET_COMMIT);
        if (!all) {
            throw new CommitFailedException("the partition is somebody else's by now");
        }
    }

    private void commitQuietly(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            commit(offsets);
        } catch (CommitFailedException e) {
            // Nobody waits for an asynchronous commit.
        }
    }

    /// The same as Kafka's interface.
    @SuppressWarnings("unchecked")
    Consumer<String, byte[]> proxy() {
        return (Consumer<String, byte[]>)
                Proxy.newProxyInstance(
                        Consumer.class.getClassLoader(),
                        new Class<?>[] {Consumer.class},
                        (_, method, arguments) -> call(method, arguments));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object call(Method method, Object @Nullable [] arguments) {
        Object first = arguments == null || arguments.length == 0 ? Map.of() : arguments[0];
        switch (method.getName()) {
            case "subscribe" -> {
                assert arguments != null;
                subscribe((Collection<String>) first, (ConsumerRebalanceListener) arguments[1]);
            }
            case "commitAsync" -> commitQuietly((Map<TopicPartition, OffsetAndMetadata>) first);
            case "commitSync" -> commit((Map<TopicPartition, OffsetAndMetadata>) first);
            case "pause" -> paused.addAll((Collection<TopicPartition>) first);
            case "resume" -> paused.removeAll((Collection<TopicPartition>) first);
            case "wakeup" -> tell();
            case "close" -> group.leave(this);
            case "poll" -> {
                return poll((Duration) first);
            }
            case "assignment" -> {
                return Set.copyOf(positions.keySet());
            }
            case "paused" -> {
                return Set.copyOf(paused);
            }
            case "currentLag" -> {
                return OptionalLong.empty();
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return null;
    }
}
