package io.chatkeeper.torture;

import io.chatkeeper.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads topics from where it stands to their ends, as an outsider.
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final KafkaConsumer<String, byte[]> consumer;

    /// @param kafka bootstrap servers
    public TopicReader(String kafka) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /// The ids of all chats that the log tells of, in their order.
    public SortedSet<String> chats() {
        return new TreeSet<>(chatEvents().keySet());
    }

    /// The public events of each chat, in the order of their topic, repeats included.
    Map<String, List<Entry>> chatEvents() {
        Map<String, List<Entry>> byChat = new LinkedHashMap<>();
        read(
                Topics.CHAT_EVENTS,
                record -> {
                    if (header(record, Poisoner.MARK).isEmpty()
                            && record.key().startsWith("chat-")) {
                        byChat.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                                .add(entry(record));
                    }
                });
        return byChat;
    }

    /// How often each piece of poison lies on a dead-letter topic.
    Map<String, Integer> dead(List<String> poisons) {
        Map<String, Integer> found = new HashMap<>();
        poisons.forEach(poison -> found.put(poison, 0));
        for (String topic : List.of(Topics.CHAT_COMMANDS, Topics.CHAT_EVENTS)) {
            read(
                    Topics.dead(topic),
                    record -> {
                        String mark = header(record, Poisoner.MARK);
                        String name = mark.isEmpty() ? header(record, "ce_id") : mark;
                        if (!header(record, "reason").isEmpty()) {
                            found.computeIfPresent(name, (_, count) -> count + 1);
                        }
                    });
        }
        return found;
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record) {
        String kind = header(record, "ce_actorkind");
        return new Entry(
                record.key(),
                Long.parseLong(header(record, "ce_sequence")),
                Entry.shortName(header(record, "ce_type")),
                kind.equals("agent") ? header(record, "ce_actorid") : kind,
                Json.read(new String(record.value(), StandardCharsets.UTF_8)),
                "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> taker) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Deadline deadline = Deadline.in(LIMIT);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (deadline.over()) {
                throw new IllegalStateException("the topic can't be read to its end: " + topic);
            }
            consumer.poll(POLL).forEach(taker);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
