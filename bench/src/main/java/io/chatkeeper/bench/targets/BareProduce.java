package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.load.Target;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A record of a message's size onto a topic, acknowledged by the broker: half of a ping.
public final class BareProduce implements Target {
    /// The topic, which nobody reads.
    public static final String TOPIC = "bench.sink";

    private static final byte[] PAYLOAD = "x".repeat(300).getBytes(StandardCharsets.UTF_8);

    private final Connection connection;
    private final int streams;

    public BareProduce(Connection connection, int streams) {
        this.connection = connection;
        this.streams = streams;
    }

    @Override
    public int streams() {
        return streams;
    }

    @Override
    public CompletableFuture<?> submit(int stream) {
        return connection.send(new ProducerRecord<>(TOPIC, "stream-" + stream, PAYLOAD));
    }
}
