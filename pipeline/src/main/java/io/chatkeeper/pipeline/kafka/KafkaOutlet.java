package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.PublicSopEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Outlet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The lanes' outlet on Kafka: events to the service's event topic, SOP versions also to `sops`,
/// answers to the partition of the gateway that waits, poison to the dead-letter topic.
public final class KafkaOutlet implements Outlet {
    private final Sender sender;
    private final EventFormat format;
    private final StoredReader stored;
    private final JsonMapper json;
    private final String commandTopic;
    private final String eventTopic;
    private final BiConsumer<String, @Nullable Instant> wakeUps;

    public KafkaOutlet(
            Sender sender,
            EventFormat format,
            StoredReader stored,
            JsonMapper json,
            ServiceTopics topics,
            BiConsumer<String, @Nullable Instant> wakeUps) {
        this.sender = sender;
        this.format = format;
        this.stored = stored;
        this.json = json;
        this.commandTopic = topics.commands();
        this.eventTopic = topics.events();
        this.wakeUps = wakeUps;
    }

    /// All records are written before the first is sent: then events and answer leave in one
    /// request to the broker, and the answer waits for no other.
    @Override
    public CompletableFuture<?> accepted(
            CommandRecord command, long sequence, List<Entry> entries) {
        List<Recorded> events = recorded(command.streamId(), entries);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size() + 2);
        for (Recorded event : events) {
            records.add(format.write(eventTopic, event));
            if (event.event() instanceof PublicSopEvent.SopPublished published) {
                records.add(sopRecord(published));
            }
        }
        addReply(records, command, answer(command, sequence, events, null));
        return send(records);
    }

    @Override
    public CompletableFuture<?> repeated(
            CommandRecord command, long sequence, List<Entry> entries) {
        List<Recorded> events = recorded(command.streamId(), entries);
        return reply(command, answer(command, sequence, events, null));
    }

    @Override
    public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
        return reply(command, answer(command, 0, List.of(), refusal));
    }

    private CompletableFuture<?> reply(CommandRecord command, Reply reply) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(1);
        addReply(records, command, reply);
        return send(records);
    }

    private CompletableFuture<?> send(List<ProducerRecord<String, byte[]>> records) {
        return CompletableFuture.allOf(
                records.stream().map(sender::send).toArray(CompletableFuture[]::new));
    }

    private static Reply answer(
            CommandRecord command,
            long sequence,
            List<Recorded> events,
            @Nullable Refusal refusal) {
        return new Reply(
                command.commandId(),
                command.fingerprint(),
                command.streamId(),
                sequence,
                events,
                refusal);
    }

    private void addReply(
            List<ProducerRecord<String, byte[]>> records, CommandRecord command, Reply reply) {
        if (command.replyTo() == null) {
            return;
        }
        var record =
                new ProducerRecord<>(
                        Topics.REPLIES,
                        command.replyTo().partition(),
                        command.replyTo().instance(),
                        ReplyFormat.write(json, reply));
        String trace = command.traceparent();
        if (trace != null) {
            record.headers().add(TraceHeader.OF_REPLIES, TraceHeader.bytes(trace));
        }
        records.add(record);
    }

    @Override
    public CompletableFuture<?> bury(CommandRecord command, String reason) {
        var record =
                new ProducerRecord<>(
                        Topics.dead(commandTopic), command.streamId(), command.payload());
        record.headers()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("ce_id", command.commandId().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", command.type().getBytes(StandardCharsets.UTF_8));
        Refusal broken =
                Refusal.of(
                        RefusalKind.BROKEN,
                        "command-failed",
                        "The command could not be carried out. It has been set aside for a look.");
        return CompletableFuture.allOf(sender.send(record), refused(command, broken));
    }

    @Override
    public void wake(String streamId, @Nullable Instant at) {
        wakeUps.accept(streamId, at);
    }

    /// The public forms of those entries that are not only our own business.
    private List<Recorded> recorded(String streamId, List<Entry> entries) {
        List<Recorded> shown = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            stored.publicForm(streamId, entry)
                    .ifPresent(event ->
                            shown.add(
                                    new Recorded(
                                            EventFormat.envelope(streamId, entry, event), event)));
        }
        return shown;
    }

    private static ProducerRecord<String, byte[]> sopRecord(PublicSopEvent.SopPublished sop) {
        return new ProducerRecord<>(
                Topics.SOPS,
                new SopRef(sop.sopId(), sop.version()).toString(),
                sop.yaml().getBytes(StandardCharsets.UTF_8));
    }
}
