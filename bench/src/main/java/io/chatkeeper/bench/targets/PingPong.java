package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.load.Target;
import io.chatkeeper.pipeline.kafka.Tail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Produce, consume, reply, consume, with nothing in between: what any request through a log costs
/// at least. The other side is [Echo], in a process of its own.
public final class PingPong implements Target, AutoCloseable {
    static final String PING = "bench.ping";
    static final String PONG = "bench.pong";

    /// Both topics.
    public static final List<String> TOPICS = List.of(PING, PONG);

    private static final String PADDING = " ".repeat(280);

    private final Connection connection;
    private final int streams;
    private final AtomicLong pings = new AtomicLong();
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final Tail pongs;

    public PingPong(Connection connection, int streams) {
        this.connection = connection;
        this.streams = streams;
        this.pongs = connection.tail(List.of(PONG), this::take);
    }

    @Override
    public int streams() {
        return streams;
    }

    @Override
    public CompletableFuture<?> submit(int stream) {
        String id = Long.toString(pings.incrementAndGet());
        var pong = new CompletableFuture<Void>();
        waiting.put(id, pong);
        byte[] value = (id + PADDING).getBytes(StandardCharsets.UTF_8);
        connection.send(new ProducerRecord<>(PING, "stream-" + stream, value));
        return pong;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String id = new String(record.value(), StandardCharsets.UTF_8).trim();
        CompletableFuture<Void> pong = waiting.remove(id);
        if (pong != null) {
            pong.complete(null);
        }
    }

    @Override
    public void close() {
        pongs.close();
    }
}
