package io.chatkeeper.torture;

import io.chatkeeper.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Puts poison on topics, past the gateway, and remembers what and where.
final class Poisoner implements AutoCloseable {
    /// Marks our poison; a record set aside keeps its headers.
    static final String MARK = "torture";

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Poison> put = new ConcurrentHashMap<>();
    private final List<String> parked = new CopyOnWriteArrayList<>();

    Poisoner(String kafka) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// Names of everything put so far.
    List<String> names() {
        return List.copyOf(put.keySet());
    }

    /// Chats that got an unreadable event.
    List<String> parked() {
        return List.copyOf(parked);
    }

    void put(Poison poison, String chatId) {
        String name = "poison-" + poison + "-" + chatId;
        put.put(name, poison);
        var record = new ProducerRecord<>(poison.topic(), chatId, value(poison, chatId));
        headers(poison, chatId, name)
                .forEach((key, text) ->
                        record.headers().add(key, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the poison was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (poison.topic().equals(Topics.CHAT_EVENTS)) {
            parked.add(chatId);
        }
    }

    private static byte[] value(Poison poison, String chatId) {
        String text =
                switch (poison) {
                    case UNREADABLE_COMMAND, UNREADABLE_EVENT -> "{\"half\": ";
                    case BREAKING_COMMAND ->
                            "{\"chatId\": \"%s\", \"messageId\": \"poison\", \"overrides\": []}"
                                    .formatted(chatId);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Poison poison, String chatId, String name) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(MARK, name);
        if (poison == Poison.BREAKING_COMMAND) {
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", name);
            headers.put("ce_type", "io.chatkeeper.chat.post-message.v1");
            headers.put("ce_source", "/chatkeeper/gateway/" + chatId);
            headers.put("ce_subject", chatId);
            headers.put("ce_partitionkey", chatId);
            headers.put("ce_correlationid", name);
            headers.put("ce_actorkind", "visitor");
            headers.put("ce_actorid", chatId);
            headers.put("ce_fingerprint", name);
            headers.put("content-type", "application/json");
        }
        return headers;
    }

    @Override
    public void close() {
        producer.close();
    }
}
