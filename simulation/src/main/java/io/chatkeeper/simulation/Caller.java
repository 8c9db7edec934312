package io.chatkeeper.simulation;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.ReplyFormat;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// The side that calls, as the gateway does it: a command with a return address, and the same one
/// again when no answer comes.
final class Caller {
    private static final String INSTANCE = "gateway";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final Duration AGENT_DEADLINE = Duration.ofSeconds(30);
    private static final Duration VISITOR_DEADLINE = Duration.ofMinutes(10);

    private record Awaited(String commandId, String fingerprint) {}

    private final House house;
    private final Life life;
    private final CommandSender sender;
    private final Map<Awaited, CompletableFuture<Reply>> awaited = new HashMap<>();
    private final Map<String, Integer> records = new HashMap<>();
    private int ids;

    Caller(House house) {
        this.house = house;
        this.life = house.outside();
        this.sender =
                new CommandSender(
                        house.sender(life),
                        new CommandFormat(Deciding.JSON, INSTANCE),
                        Deciding.JSON,
                        house.scheduler());
        house.broker().watch(this::hear);
    }

    String newId() {
        return "command-" + ids++;
    }

    /// How many records a command id has got.
    Map<String, Integer> records() {
        return records;
    }

    CommandSender sender() {
        return sender;
    }

    /// Sends a command, again and again under the same id until somebody answers; null if nobody
    /// does.
    @Nullable Reply call(Actor actor, Command command) {
        return call(newId(), actor, command);
    }

    @Nullable Reply call(String id, Actor actor, Command command) {
        OutgoingCommand sent = outgoing(id, actor, command);
        for (int i = 0; i < ATTEMPTS; i++) {
            Reply reply = ask(sent);
            if (reply != null) {
                return reply;
            }
        }
        return null;
    }

    private @Nullable Reply ask(OutgoingCommand sent) {
        CompletableFuture<Reply> answer =
                awaited.computeIfAbsent(
                        new Awaited(sent.commandId(), sent.fingerprint()),
                        _ -> new CompletableFuture<>());
        send(sent);
        try {
            life.atMost(PATIENCE, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.getNow(null);
    }

    /// Sends without waiting for anything.
    void send(OutgoingCommand sent) {
        records.merge(sent.commandId(), 1, Integer::sum);
        sender.send(sent);
    }

    OutgoingCommand outgoing(String id, Actor actor, Command command) {
        Duration limit = actor.kind() == ActorKind.VISITOR ? VISITOR_DEADLINE : AGENT_DEADLINE;
        return new OutgoingCommand(
                id,
                command,
                actor,
                id,
                null,
                sender.fingerprint(command),
                house.scheduler().instant().plus(limit),
                new CommandRecord.ReplyTo(INSTANCE, ids % House.PARTITIONS),
                null,
                null);
    }

    /// A reply that gets lost is one that this process never hears.
    private void hear(ConsumerRecord<String, byte[]> record) {
        if (!record.topic().equals(Topics.REPLIES) || house.faults().losesReply()) {
            return;
        }
        Reply reply = ReplyFormat.read(Deciding.JSON, record.value());
        CompletableFuture<Reply> waiting =
                awaited.remove(new Awaited(reply.commandId(), reply.fingerprint()));
        if (waiting != null) {
            house.scheduler().in(house.faults().delay(), life, () -> waiting.complete(reply));
        }
    }
}
