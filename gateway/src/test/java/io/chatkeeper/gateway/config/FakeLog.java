package io.chatkeeper.gateway.config;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.ChatNoted;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.gateway.streams.EventFeed;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.ReplyInbox;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.json.JsonMapper;

/// Broker and services in one: takes commands and answers them at once, as it is told.
final class FakeLog extends KafkaTemplate<String, byte[]> {
    /// How it behaves.
    enum Mood {
        ACCEPTING,
        SILENT,
        BROKEN
    }

    static final long SEQUENCE = 7;

    private final JsonMapper json;
    private final CommandFormat format;
    private final EventFormat events;
    private final ReplyInbox inbox;
    private final EventFeed feed;
    final List<Command> taken = new ArrayList<>();
    volatile Mood mood = Mood.ACCEPTING;

    /// Real services behind the log, where a test has some; they answer then.
    volatile @Nullable Consumer<ProducerRecord<String, byte[]>> behind;

    final List<String> ids = new ArrayList<>();
    volatile @Nullable Refusal refusal;
    volatile @Nullable PublicEvent event;

    FakeLog(JsonMapper json, CommandFormat format, ReplyInbox inbox, EventFeed feed) {
        super(MockProducer::new);
        this.json = json;
        this.format = format;
        this.events = new EventFormat(json, "fake");
        this.inbox = inbox;
        this.feed = feed;
    }

    void reset() {
        mood = Mood.ACCEPTING;
        refusal = null;
        event = null;
        ids.clear();
        taken.clear();
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(
            ProducerRecord<String, byte[]> record) {
        if (mood == Mood.BROKEN) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
        Consumer<ProducerRecord<String, byte[]>> services = behind;
        if (services != null) {
            services.accept(record);
            return CompletableFuture.completedFuture(new SendResult<>(record, null));
        }
        CommandRecord command = format.read(received(record), "topic");
        Command sent = json.readValue(command.payload(), commandClass(command.type()));
        taken.add(sent);
        ids.add(command.commandId());
        if (mood == Mood.ACCEPTING) {
            reply(command, sent);
        }
        return CompletableFuture.completedFuture(new SendResult<>(record, null));
    }

    /// Lets an event appear on the feed.
    void publish(Recorded recorded) {
        ProducerRecord<String, byte[]> record = events.write("chat.events", recorded);
        feed.take(record.headers(), record.value());
    }

    private void reply(CommandRecord command, Command sent) {
        Refusal why = refusal;
        Map<String, Object> reply = new HashMap<>();
        reply.put("commandId", command.commandId());
        reply.put("fingerprint", command.fingerprint());
        reply.put("streamId", command.streamId());
        reply.put("sequence", why == null ? SEQUENCE : 0);
        reply.put("events", List.of());
        if (why != null) {
            reply.put("refusal", why);
        } else if (event != null) {
            reply.put("events", List.of(happened(command, event)));
        } else if (sent instanceof ChatCommand.OpenChat open) {
            reply.put("events", List.of(happened(command, opened(open))));
        }
        byte[] bytes = json.writeValueAsBytes(reply);
        inbox.take(new ConsumerRecord<>("replies", 0, 0, inbox.address().instance(), bytes));
        if (sent instanceof SubmitNote note && why == null) {
            publish(recorded(command, noted(note, command.actor().id())));
        }
    }

    private static ChatNoted noted(SubmitNote note, String author) {
        return new ChatNoted(note.chatId(), note.noteId(), note.kind(), author, "hash");
    }

    private Map<String, Object> happened(CommandRecord command, PublicEvent event) {
        return Map.of("envelope", recorded(command, event).envelope(), "event", event);
    }

    private static Recorded recorded(CommandRecord command, PublicEvent event) {
        String chat =
                switch (event) {
                    case PublicChatEvent other -> other.chatId();
                    case PublicDeskEvent other -> StreamId.desk(other.deskId());
                    default -> throw new IllegalArgumentException("not used here");
                };
        return new Recorded(
                new Envelope(
                        "event-1",
                        WireNames.of(event.getClass()),
                        chat,
                        SEQUENCE,
                        Instant.now(),
                        chat,
                        command.correlationId(),
                        command.commandId(),
                        command.actor(),
                        "tidio-loan@1",
                        null),
                event);
    }

    private static ChatOpened opened(ChatCommand.OpenChat open) {
        return new ChatOpened(
                open.chatId(),
                open.reference(),
                open.site(),
                new SopRef(open.sopId(), 1),
                "customer-service",
                open.customer(),
                open.topic(),
                open.fields());
    }

    private static Class<? extends Command> commandClass(String type) {
        return WireNames.commandClass(type).orElseThrow();
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
