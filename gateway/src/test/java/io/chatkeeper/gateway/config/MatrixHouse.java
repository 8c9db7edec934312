package io.chatkeeper.gateway.config;

import io.chatkeeper.chat.chat.ChatAggregate;
import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.PublicChatEvent.NoteRefused;
import io.chatkeeper.contract.PublicChatEvent.RuleViolated;
import io.chatkeeper.contract.PublicNotesEvent.NoteRejected;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.notes.notes.NotesAggregate;
import io.chatkeeper.notes.publishing.NotesPublisher;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.OutgoingCommand;
import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.axon.AxonDecisions;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.KafkaOutlet;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.lanes.Outlet;
import io.chatkeeper.pipeline.listening.PolicyRunner;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.json.JsonMapper;

/// Chat and notes service behind the command topics, from the record to the reply as in production,
/// but in memory. Everything happens at once, at the time that it is told.
final class MatrixHouse {
    private static final JsonMapper JSON = Json.mapper();
    private static final CommandFormat COMMANDS = new CommandFormat(JSON, "matrix");
    private static final long LIMIT_SECONDS = 5;
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    /// Setting Axon up takes long and keeps no state.
    record Rooms(
            Map<String, List<AggregateRoom<?, ?>>> rooms, Map<String, AxonDecisions> deciding) {
        static Rooms under(SopRegister sops) {
            Map<String, List<AggregateRoom<?, ?>>> rooms =
                    Map.of(
                            "chat",
                            List.of(ChatAggregate.room(ChatPublisher::publicForm)),
                            "notes",
                            List.of(NotesAggregate.room(NotesPublisher::publicForm)));
            Map<String, AxonDecisions> deciding = new java.util.HashMap<>();
            rooms.forEach((service, own) ->
                    deciding.put(service, new AxonDecisions(own, List.of(sops), JSON)));
            return new Rooms(rooms, deciding);
        }
    }

    private final Rooms rooms;
    private final Map<String, Lanes> lanes;
    private final Consumer<ConsumerRecord<String, byte[]>> replies;
    private final List<Recorded> told = new ArrayList<>();
    private final TreeSet<String> broken = new TreeSet<>();
    private final List<String> others = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private long offset;

    MatrixHouse(Rooms rooms, Consumer<ConsumerRecord<String, byte[]>> replies) {
        this.rooms = rooms;
        this.replies = replies;
        this.lanes = Map.of("chat", lanesOf("chat"), "notes", lanesOf("notes"));
    }

    private Lanes lanesOf(String service) {
        var outlet =
                new KafkaOutlet(
                        new Sender(this::produced, () -> {}),
                        new EventFormat(JSON, service),
                        new StoredReader(rooms.rooms().get(service), JSON),
                        JSON,
                        ServiceTopics.of(service),
                        (_, _) -> {});
        return new Lanes(
                new InMemoryJournal(),
                rooms.deciding().get(service),
                new Witness(outlet),
                Pause.REAL,
                new Lanes.Bounds(1_000, 64),
                () -> {
                    throw new IllegalStateException("a lane died");
                });
    }

    private CompletableFuture<SendResult<String, byte[]>> produced(
            ProducerRecord<String, byte[]> record) {
        ConsumerRecord<String, byte[]> received = FakeLog.received(record);
        if (record.topic().endsWith(".commands")) {
            take(received);
        } else if (record.topic().equals("replies")) {
            replies.accept(received);
        } else if (record.topic().endsWith(".events")) {
            told.add(new EventFormat(JSON, "matrix").read(received.headers(), received.value()));
        }
        return CompletableFuture.completedFuture(new SendResult<>(record, null));
    }

    /// A command as it lies on its topic is decided.
    void take(ConsumerRecord<String, byte[]> record) {
        CommandRecord read = COMMANDS.read(record, "topic-" + record.topic());
        CommandRecord timed =
                new CommandRecord(
                        new Entry.Source("topic-" + record.topic(), 0, offset++),
                        now,
                        read.commandId(),
                        read.type(),
                        read.streamId(),
                        read.actor(),
                        read.correlationId(),
                        read.causationId(),
                        read.fingerprint(),
                        read.deadline() == null ? null : now.plus(IN_TIME),
                        read.replyTo(),
                        read.origin(),
                        read.traceparent(),
                        read.payload());
        lanes.get(record.topic().replace(".commands", ""))
                .enqueue(timed)
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private CommandSender sender() {
        return new CommandSender(new Sender(this::produced, () -> {}), COMMANDS, JSON, () -> now);
    }

    /// From here on it is this time.
    void at(Instant time) {
        now = time;
    }

    /// Somebody's command, written to the topic without a gateway.
    void send(Command command, Actor actor) {
        CommandSender sender = sender();
        String id = "matrix-" + offset;
        sender.send(
                new OutgoingCommand(
                        id,
                        command,
                        actor,
                        id,
                        null,
                        sender.fingerprint(command),
                        null,
                        null,
                        null,
                        null));
    }

    /// What a listener makes of an event.
    void react(List<Policy> policies, Recorded event) {
        var runner = new PolicyRunner(policies, sender());
        runner.prepare(List.of(event));
        runner.handle(event);
        runner.finish();
    }

    /// Forgets what has happened so far.
    void forget() {
        told.clear();
        broken.clear();
        others.clear();
    }

    /// The rules that have refused something.
    TreeSet<String> broken() {
        return broken;
    }

    /// Events, and refusals that are no rule's, in words.
    List<String> others() {
        return others;
    }

    private void note(Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            others.add("refused: " + refusal.code());
        }
        refusal.violations().stream().map(Violation::ruleId).forEach(broken::add);
    }

    /// Sees what becomes of each command, before the world is told.
    private final class Witness implements Outlet {
        private final KafkaOutlet outlet;

        Witness(KafkaOutlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public CompletableFuture<?> accepted(
                CommandRecord command, long sequence, List<Entry> entries) {
            int before = told.size();
            CompletableFuture<?> done = outlet.accepted(command, sequence, entries);
            told.subList(before, told.size()).stream()
                    .map(Recorded::event)
                    .forEach(event -> {
                        switch (event) {
                            case NoteRefused refused -> note(refused.refusal());
                            case RuleViolated rule -> note(Refusal.violating(rule.violations()));
                            case NoteRejected rejected ->
                                    note(Refusal.violating(rejected.findings()));
                            default -> others.add(event.getClass().getSimpleName());
                        }
                    });
            return done;
        }

        @Override
        public CompletableFuture<?> repeated(
                CommandRecord command, long sequence, List<Entry> entries) {
            others.add("repeated");
            return outlet.repeated(command, sequence, entries);
        }

        @Override
        public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
            note(refusal);
            return outlet.refused(command, refusal);
        }

        @Override
        public CompletableFuture<?> bury(CommandRecord command, String reason) {
            others.add("buried: " + reason);
            return outlet.bury(command, reason);
        }

        @Override
        public void wake(String streamId, @Nullable Instant at) {}
    }
}
