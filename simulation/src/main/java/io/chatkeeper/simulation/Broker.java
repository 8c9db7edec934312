package io.chatkeeper.simulation;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.kafka.Offsets;
import io.chatkeeper.pipeline.kafka.Partitioning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/// A broker in memory: what a producer sends arrives late, in order per partition, and may or may
/// not arrive when the producer dies first. Records carry the broker's time.
final class Broker implements Offsets {
    private record Connection(Life life, TopicPartition partition) {}

    private record Sent(ProducerRecord<String, byte[]> record, CompletableFuture<Void> done) {}

    private final Scheduler scheduler;
    private final Faults faults;
    private final Life outside;
    private final int partitions;
    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> logs = new HashMap<>();
    private final Map<Connection, ArrayDeque<Sent>> underWay = new HashMap<>();
    private final Map<Connection, Instant> lastArrival = new HashMap<>();
    private final Map<String, Group> groups = new TreeMap<>();
    private final List<Consumer<ConsumerRecord<String, byte[]>>> watchers = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> arrivals = new HashMap<>();

    Broker(Scheduler scheduler, Faults faults, Life outside, int partitions) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.outside = outside;
        this.partitions = partitions;
    }

    int partitions(String topic) {
        return topic.equals(Topics.SOPS) || topic.endsWith(".dead") ? 1 : partitions;
    }

    /// Sees every record as it arrives.
    void watch(Consumer<ConsumerRecord<String, byte[]>> watcher) {
        watchers.add(watcher);
    }

    Group group(String name) {
        return groups.computeIfAbsent(name, Group::new);
    }

    Collection<Group> groups() {
        return groups.values();
    }

    /// Completes when the next record of the topic arrives.
    CompletableFuture<Void> arrival(String topic) {
        return arrivals.computeIfAbsent(topic, _ -> new CompletableFuture<>());
    }

    List<ConsumerRecord<String, byte[]>> log(TopicPartition partition) {
        return logs.computeIfAbsent(partition, _ -> new ArrayList<>());
    }

    /// Every record of a topic, partition by partition.
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < partitions(topic); i++) {
            all.addAll(log(new TopicPartition(topic, i)));
        }
        return all;
    }

    /// A process sends a record.
    CompletableFuture<Void> send(Life life, ProducerRecord<String, byte[]> record) {
        Kind kind = Kind.of(record.topic());
        life.reach(kind.before);
        var connection =
                new Connection(life, new TopicPartition(record.topic(), partition(record)));
        var sent = new Sent(record, new CompletableFuture<>());
        underWay.computeIfAbsent(connection, _ -> new ArrayDeque<>()).add(sent);
        Instant now = scheduler.instant();
        Instant earliest = lastArrival.getOrDefault(connection, now);
        Instant at = now.plus(faults.delay());
        at = at.isBefore(earliest) ? earliest : at;
        lastArrival.put(connection, at);
        scheduler.in(Duration.between(now, at), outside, () -> arrive(connection, kind.after));
        return sent.done;
    }

    private int partition(ProducerRecord<String, byte[]> record) {
        return record.partition() != null
                ? record.partition()
                : new Partitioning(partitions(record.topic())).of(record.key());
    }

    /// A dead producer's connection breaks somewhere: what is behind the break is lost.
    private void arrive(Connection connection, Step after) {
        ArrayDeque<Sent> line = underWay.get(connection);
        Sent sent = line.poll();
        if (sent == null) {
            return;
        }
        if (connection.life.isDead() && faults.breaks()) {
            line.clear();
            return;
        }
        append(connection.partition, sent.record);
        scheduler.in(
                faults.delay(),
                connection.life,
                () -> {
                    if (connection.life.survives(after)) {
                        sent.done.complete(null);
                    }
                });
    }

    private void append(TopicPartition partition, ProducerRecord<String, byte[]> record) {
        List<ConsumerRecord<String, byte[]>> log = log(partition);
        var stored =
                new ConsumerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        log.size(),
                        scheduler.instant().toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        record.value().length,
                        record.key(),
                        record.value(),
                        new RecordHeaders(record.headers().toArray()),
                        Optional.empty());
        log.add(stored);
        scheduler.mix(stored.offset() * 131 + partition.hashCode());
        watchers.forEach(watcher -> watcher.accept(stored));
        CompletableFuture<Void> signal = arrivals.remove(partition.topic());
        if (signal != null) {
            signal.complete(null);
        }
    }

    /// The offset that the next record will have.
    long end(TopicPartition partition) {
        return log(partition).size();
    }

    @Override
    public Map<TopicPartition, Long> ends(Set<TopicPartition> of) {
        return of.stream().collect(Collectors.toMap(one -> one, this::end));
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Set<TopicPartition> of) {
        return of.stream()
                .collect(Collectors.toMap(one -> one, one -> group(group).committed(one)));
    }

    /// What kind of record goes to a topic, by the steps around sending it.
    private enum Kind {
        EVENT(Step.BEFORE_EVENT, Step.AFTER_EVENT),
        REPLY(Step.BEFORE_REPLY, Step.AFTER_REPLY),
        COMMAND(Step.BEFORE_COMMAND, Step.AFTER_COMMAND),
        BURIAL(Step.BEFORE_BURIAL, Step.AFTER_BURIAL);

        private final Step before;
        private final Step after;

        Kind(Step before, Step after) {
            this.before = before;
            this.after = after;
        }

        static Kind of(String topic) {
            if (topic.endsWith(".dead")) {
                return BURIAL;
            }
            if (topic.equals(Topics.REPLIES)) {
                return REPLY;
            }
            return Topics.COMMANDS.contains(topic) ? COMMAND : EVENT;
        }
    }
}
