package io.chatkeeper.simulation;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.EvenClock;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.kafka.CatchUp;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.CommandLoop;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.kafka.KafkaOutlet;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.listening.EventListening;
import io.chatkeeper.pipeline.listening.PolicyRunner;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/// One process of a service with aggregates: production code from the consumer to the producer, put
/// together as the service's configuration does.
final class Member {
    static final String TOPIC_ID = "topic-id-";
    private static final Lanes.Bounds LANES = new Lanes.Bounds(400, 8);
    private static final CommandLoop.Bounds LOOP =
            new CommandLoop.Bounds(
                    12,
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10));
    private static final WakeUps.Bounds WAKE_UPS =
            new WakeUps.Bounds(Duration.ofMillis(250), Duration.ofMinutes(20));

    private final House house;
    private final Service service;
    private final Life life;
    private final Deciding deciding;
    private final Partitioning partitioning;
    private final Sender sender;
    private final Graveyard graveyard;
    private final CommandFormat commands;
    private final EventFormat events;
    private final InstantSource machine;
    private final EvenClock even;
    private final Handled handled = new Handled();
    private final CommandSender commandSender;

    Member(House house, Service service, Life life) {
        this.house = house;
        this.service = service;
        this.life = life;
        this.deciding = Deciding.borrow(service);
        this.partitioning = new Partitioning(House.PARTITIONS);
        this.sender = house.sender(life);
        this.graveyard = new Graveyard(sender);
        this.commands = new CommandFormat(Deciding.JSON, service.name());
        this.events = new EventFormat(Deciding.JSON, service.name());
        this.machine = house.drift().machine(life);
        this.even = new EvenClock(machine, house.scheduler()::nanos);
        this.commandSender = new CommandSender(sender, commands, Deciding.JSON, machine);
    }

    /// Starts the process.
    void start() {
        life.start("boot", this::boot);
    }

    /// After its death.
    void bury() {
        deciding.giveBack();
    }

    private void boot() {
        life.start("sops", () -> house.procedures().feed(life, deciding.register()));
        var journal = house.journal(service.name(), life);
        var timers = new AtomicReference<WakeUps>();
        var outlet =
                new KafkaOutlet(
                        sender,
                        events,
                        new StoredReader(service.rooms(), Deciding.JSON),
                        Deciding.JSON,
                        ServiceTopics.of(service.name()),
                        (stream, at) -> timers.get().set(stream, at));
        var lanes =
                new Lanes(
                        journal, deciding.decisions(), outlet, life, LANES, () -> house.bug(life));
        var wakeUps = new WakeUps(journal, partitioning::of, even, life, WAKE_UPS, this::ring);
        timers.set(wakeUps);
        wakeUps.start();
        startLoop(lanes, wakeUps);
        service.listensTo().forEach(this::listen);
    }

    private void startLoop(Lanes lanes, WakeUps wakeUps) {
        String topic = ServiceTopics.of(service.name()).commands();
        new CommandLoop(
                        house.consumer(life, service.group()).proxy(),
                        topic,
                        TOPIC_ID + topic,
                        commands,
                        lanes,
                        graveyard,
                        wakeUps,
                        partitioning,
                        LOOP,
                        even,
                        life.threads("commands"),
                        () -> house.bug(life))
                .start();
    }

    private void ring(List<WakeUps.Due> due) {
        if (service.rule() != null) {
            life.reach(Step.BEFORE_CATCH_UP);
            new CatchUp(
                            house.broker(),
                            handled,
                            service.listeningGroup(service.rule().topic()),
                            partitioning,
                            life)
                    .await(
                            service.rule().topic(),
                            due.stream()
                                    .map(WakeUps.Due::streamId)
                                    .map(service.rule().sourceKey()));
        }
        for (WakeUps.Due one : due) {
            life.reach(Step.BEFORE_WAKE_UP);
            commandSender.sendAsSystem("wake-up", new WakeUp(one.streamId(), one.at()));
            life.reach(Step.AFTER_WAKE_UP);
        }
    }

    private void listen(String topic) {
        List<Policy> reactions =
                service.policies(deciding.register()).stream()
                        .filter(one -> one.topic().equals(topic))
                        .toList();
        String group = service.listeningGroup(topic);
        var listening =
                new EventListening(
                        group,
                        events,
                        new PolicyRunner(reactions, commandSender),
                        house.parking(service.name()),
                        graveyard);
        new Container(life, house, group, List.of(topic), listening, handled).start();
    }

    static TopicPartition partition(String topic, String key) {
        return new TopicPartition(topic, new Partitioning(House.PARTITIONS).of(key));
    }

    /// The topics of which every member of the projection service takes its part.
    static List<String> everyEvent() {
        return Topics.EVENTS;
    }
}
