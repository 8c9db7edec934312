package io.chatkeeper.bench.targets;

import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.ReplyFormat;
import io.chatkeeper.pipeline.kafka.Tail;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/// The replies to the commands of this process.
public final class Replies implements AutoCloseable {
    private static final String INSTANCE = "bench";
    private static final JsonMapper JSON = Json.mapper();

    private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final Tail tail;

    public Replies(Connection connection) {
        this.tail = connection.tail(List.of(Topics.REPLIES), this::take);
    }

    static CommandRecord.ReplyTo address() {
        return new CommandRecord.ReplyTo(INSTANCE, 0);
    }

    CompletableFuture<Reply> to(String command) {
        var reply = new CompletableFuture<Reply>();
        waiting.put(command, reply);
        return reply;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (INSTANCE.equals(record.key())) {
            Reply reply = ReplyFormat.read(JSON, record.value());
            CompletableFuture<Reply> waiter = waiting.remove(reply.commandId());
            if (waiter != null) {
                waiter.complete(reply);
            }
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
