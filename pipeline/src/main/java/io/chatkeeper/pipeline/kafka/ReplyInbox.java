package io.chatkeeper.pipeline.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Hands replies to those who wait for them. Equal requests in flight wait for the same command
/// with the same content and get the one answer; another content under the same id has its own.
public final class ReplyInbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyInbox.class);
    private static final int COMMANDS_AWAITED = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private record Awaited(String commandId, String fingerprint) {}

    private final JsonMapper json;
    private final CommandRecord.ReplyTo address;
    private final Cache<Awaited, List<CompletableFuture<Reply>>> waiting =
            Caffeine.newBuilder()
                    .maximumSize(COMMANDS_AWAITED)
                    .expireAfterWrite(FORGOTTEN_AFTER)
                    .build();

    public ReplyInbox(JsonMapper json, CommandRecord.ReplyTo address) {
        this.json = json;
        this.address = address;
    }

    /// What a command must name so that its reply comes here.
    public CommandRecord.ReplyTo address() {
        return address;
    }

    /// The reply to a command with that content. Ask before sending it.
    public CompletableFuture<Reply> await(String commandId, String fingerprint) {
        var reply = new CompletableFuture<Reply>();
        waiting.asMap()
                .compute(
                        new Awaited(commandId, fingerprint),
                        (_, others) -> {
                            List<CompletableFuture<Reply>> all =
                                    others == null ? new CopyOnWriteArrayList<>() : others;
                            all.add(reply);
                            return all;
                        });
        return reply;
    }

    /// Takes a record of the replies topic; one for another instance is left alone.
    public void take(ConsumerRecord<String, byte[]> record) {
        if (!address.instance().equals(record.key())) {
            return;
        }
        try {
            Reply reply = ReplyFormat.read(json, record.value());
            List<CompletableFuture<Reply>> waiters =
                    waiting.asMap().remove(new Awaited(reply.commandId(), reply.fingerprint()));
            if (waiters != null) {
                waiters.forEach(waiter -> waiter.complete(reply));
            }
        } catch (RuntimeException e) {
            LOG.error("unreadable reply: offset={}", record.offset(), e);
        }
    }
}
