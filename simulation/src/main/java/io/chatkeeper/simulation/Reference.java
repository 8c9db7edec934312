package io.chatkeeper.simulation;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.lanes.Outlet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// The same command topics once more, one command after the other, in a house where nothing goes
/// wrong. Deciding a record again gives the same result, so both journals must be equal.
final class Reference {
    private static final Duration EVER = Duration.ofDays(1);

    private final House house;
    private final Map<String, Map<String, List<Entry>>> stored;
    private final List<String> complaints = new ArrayList<>();

    Reference(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.stored = stored;
    }

    List<String> complaints() {
        Service.ALL.forEach(this::compare);
        return complaints;
    }

    private void compare(Service service) {
        var journal = new InMemoryJournal();
        var scheduler = new Scheduler(new Random(1), house.scheduler().instant());
        var life = new Life(scheduler, "reference", 0, 0, (_, _) -> false);
        Deciding deciding = Deciding.borrow(service);
        try {
            house.procedures().learn(deciding.register());
            var lanes =
                    new Lanes(
                            journal,
                            deciding.decisions(),
                            new Silence(),
                            life,
                            new Lanes.Bounds(1_000_000, 1),
                            () -> complaints.add("[reference] a lane died"));
            life.start("reference", () -> feed(service, lanes));
            Instant end = scheduler.instant().plus(EVER);
            while (scheduler.step(end)) {}
        } finally {
            deciding.giveBack();
        }
        stored.get(service.name())
                .forEach((stream, entries) ->
                        equal(stream, entries, journal.read(stream, 0, Integer.MAX_VALUE)));
    }

    private void feed(Service service, Lanes lanes) {
        String topic = ServiceTopics.of(service.name()).commands();
        var format = new CommandFormat(Deciding.JSON, "reference");
        for (ConsumerRecord<String, byte[]> record : house.broker().all(topic)) {
            CommandRecord command;
            try {
                command = format.read(record, Member.TOPIC_ID + topic);
            } catch (RuntimeException poison) {
                continue;
            }
            lanes.enqueue(command).join();
        }
    }

    private void equal(String stream, List<Entry> found, List<Entry> expected) {
        List<String> one = found.stream().map(Reference::essence).toList();
        List<String> other = expected.stream().map(Reference::essence).toList();
        if (!one.equals(other)) {
            complaints.add("[reference] " + stream + ": found " + one + ", expected " + other);
        }
    }

    private static String essence(Entry entry) {
        return entry.commandId()
                + " "
                + entry.eventId()
                + " "
                + entry.type()
                + " "
                + entry.payload()
                + " "
                + entry.wakeAt()
                + " "
                + entry.sopVersion();
    }

    /// Nobody listens.
    private static final class Silence implements Outlet {
        private static CompletableFuture<?> done() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<?> repeated(
                CommandRecord command, long sequence, List<Entry> entries) {
            return done();
        }

        @Override
        public CompletableFuture<?> accepted(
                CommandRecord command, long sequence, List<Entry> entries) {
            return done();
        }

        @Override
        public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
            return done();
        }

        @Override
        public CompletableFuture<?> bury(CommandRecord command, String reason) {
            return done();
        }

        @Override
        public void wake(String streamId, @Nullable Instant at) {}
    }
}
