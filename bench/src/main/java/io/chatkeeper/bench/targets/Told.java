package io.chatkeeper.bench.targets;

import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockStarted;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.Tail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What the broker tells of clocks as it happens. A breach is told after it is in the journal, so
/// that its arrival here is no sooner than that.
public final class Told implements AutoCloseable {
    private static final String STARTED = WireNames.of(ClockStarted.class);
    private static final String BREACHED = WireNames.of(ClockBreached.class);
    private static final String RANG = WireNames.of(WakeUp.class);

    private final Tail tail;
    private final AtomicInteger started = new AtomicInteger();
    private final Map<String, Instant> breached = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private final Map<Integer, Map<String, Instant>> rang = new HashMap<>();

    public Told(Connection connection) {
        tail = connection.tail(List.of(Topics.SLA_EVENTS, Topics.SLA_COMMANDS), this::take);
    }

    /// Whether it hears what is said from now on.
    public boolean isListening() {
        return tail.isCaughtUp();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String type = typeOf(record);
        if (type.equals(STARTED)) {
            started.incrementAndGet();
        } else if (type.equals(BREACHED)) {
            String chat = StreamId.subject(record.key());
            if (breached.putIfAbsent(chat, Instant.now()) != null) {
                again.incrementAndGet();
            }
        } else if (type.equals(RANG)) {
            rang(record);
        }
    }

    private void rang(ConsumerRecord<String, byte[]> record) {
        Instant due = Json.mapper().readValue(record.value(), WakeUp.class).dueAt();
        synchronized (rang) {
            rang.computeIfAbsent(record.partition(), _ -> new java.util.LinkedHashMap<>())
                    .putIfAbsent(StreamId.subject(record.key()), due);
        }
    }

    private static String typeOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// How many clocks have started.
    public int started() {
        return started.get();
    }

    /// When each breach arrived here, by its chat.
    public Map<String, Instant> breached() {
        return breached;
    }

    /// Breaches that were told more than once.
    public int again() {
        return again.get();
    }

    /// How many of these clocks rang before one that was due earlier, in their partition.
    public int outOfOrder(java.util.function.Predicate<String> chats) {
        int wrong = 0;
        synchronized (rang) {
            for (Map<String, Instant> partition : rang.values()) {
                List<Instant> dues = new ArrayList<>();
                partition.forEach((chat, due) -> {
                    if (chats.test(chat)) {
                        dues.add(due);
                    }
                });
                for (int i = 1; i < dues.size(); i++) {
                    wrong += dues.get(i).isBefore(dues.get(i - 1)) ? 1 : 0;
                }
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        tail.close();
    }
}
