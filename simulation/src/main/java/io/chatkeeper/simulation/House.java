package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.listening.InMemoryParking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The whole house in memory: two processes of every service, broker, stores and clock.
final class House implements Faults.Deaths {
    static final int PARTITIONS = 4;
    private static final int SLOTS = 2;
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration NIGHT = Duration.ofHours(25);
    private static final int RESTART_MILLIS = 14_000;

    private record Slot(String service, int number) {}

    private final Scheduler scheduler;
    private final Faults faults;
    private final Drift drift;
    private final Life outside;
    private final Broker broker;
    private final ViewMemory views = new ViewMemory();
    private final Map<String, Journal> journals = new TreeMap<>();
    private final Map<String, InMemoryParking> parkings = new TreeMap<>();
    private final Map<Slot, Life> lives = new HashMap<>();
    private final Map<Life, Runnable> burials = new HashMap<>();
    private final Map<Life, List<SimulatedConsumer>> consumers = new HashMap<>();
    private final TreeSet<String> states = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();
    private long born;
    private long deaths;
    private boolean calm;

    House(long seed) {
        var chance = new Random(seed);
        scheduler = new Scheduler(chance, START);
        faults = new Faults(chance, this);
        drift = new Drift(scheduler, seed);
        outside = new Life(scheduler, "outside", 0, born++, (_, _) -> false);
        broker = new Broker(scheduler, faults, outside, PARTITIONS);
        for (Service service : Service.ALL) {
            journals.put(service.name(), new InMemoryJournal());
            parkings.put(service.name(), new InMemoryParking());
        }
        parkings.put(Service.PROJECTION, new InMemoryParking());
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Faults faults() {
        return faults;
    }

    /// What goes wrong with time.
    Drift drift() {
        return drift;
    }

    Procedures procedures() {
        return new Procedures(broker, faults);
    }

    Broker broker() {
        return broker;
    }

    ViewMemory views() {
        return views;
    }

    Life outside() {
        return outside;
    }

    long deaths() {
        return deaths;
    }

    /// The configurations of the house in which somebody was killed, frozen or moved.
    TreeSet<String> states() {
        return states;
    }

    /// What should never have happened.
    List<String> failures() {
        return failures;
    }

    Journal stored(String service) {
        return journals.get(service);
    }

    Journal journal(String service, Life life) {
        return new FaultyJournal(stored(service), life, outside, scheduler, faults);
    }

    InMemoryParking parking(String service) {
        return parkings.get(service);
    }

    Sender sender(Life life) {
        return new Sender(record -> broker.send(life, record), () -> bug(life));
    }

    SimulatedConsumer consumer(Life life, String group) {
        var consumer = new SimulatedConsumer(life, broker, broker.group(group), faults);
        consumers.computeIfAbsent(life, _ -> new ArrayList<>()).add(consumer);
        return consumer;
    }

    /// A process has stopped itself, as it does over something that should not happen.
    void bug(Life life) {
        failed("a process stopped itself: " + life.service(), null);
        life.kill();
        died(life, Step.POLL);
    }

    void failed(String what, @Nullable Throwable cause) {
        failures.add(cause == null ? what : what + ": " + Traces.of(cause));
    }

    /// Starts everything.
    void open() {
        for (Service service : Service.ALL) {
            broker.group(service.group());
        }
        slots().forEach(this::start);
        new Mischief(this).later();
        drift.begin(outside);
    }

    private static List<Slot> slots() {
        List<Slot> all = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            for (Service service : Service.ALL) {
                all.add(new Slot(service.name(), i));
            }
            all.add(new Slot(Service.PROJECTION, i));
        }
        return all;
    }

    private void start(Slot slot) {
        var life = new Life(scheduler, slot.service, slot.number, born++, faults);
        lives.put(slot, life);
        if (slot.service.equals(Service.PROJECTION)) {
            new Projection(this, life).start();
            burials.put(life, () -> {});
        } else {
            Service service =
                    Service.ALL.stream()
                            .filter(one -> one.name().equals(slot.service))
                            .findFirst()
                            .orElseThrow();
            var member = new Member(this, service, life);
            burials.put(life, member::bury);
            member.start();
        }
    }

    @Override
    public void died(Life life, Step step) {
        died(life, step, Duration.ofMillis(faults.chance().nextInt(RESTART_MILLIS)));
    }

    private void died(Life life, Step step, Duration restartAfter) {
        Runnable burial = burials.remove(life);
        if (burial == null) {
            return;
        }
        deaths++;
        remember("killed " + life.service() + " " + step);
        burial.run();
        scheduler.in(SESSION, outside, () -> silent(life));
        scheduler.in(restartAfter, outside, () -> start(new Slot(life.service(), life.slot())));
    }

    /// The coordinator gives the partitions of a silent member away.
    void silent(Life life) {
        for (SimulatedConsumer consumer : consumers.getOrDefault(life, List.of())) {
            for (Group group : broker.groups()) {
                if (group.has(consumer)) {
                    group.leave(consumer);
                    group.rebalance();
                }
            }
        }
    }

    /// In some seeds the whole service stays down over night, at the worst moment.
    void nightfall(Life life) {
        if (!life.isDead() && !life.service().equals(Service.PROJECTION) && faults.isNight()) {
            for (int i = 0; i < SLOTS; i++) {
                Life one = lives.get(new Slot(life.service(), i));
                if (one != null && !one.isDead()) {
                    one.kill();
                    died(one, Step.BATCH_HANDLED, NIGHT);
                }
            }
            life.reach(Step.BATCH_HANDLED);
        }
    }

    /// A coarse picture of the house, to count how many different ones were reached.
    void remember(String what) {
        var picture = new StringBuilder(what);
        lives.forEach(
                (_, life) -> picture.append(life.isDead() ? 'x' : life.isFrozen() ? 'z' : '.'));
        for (Group group : broker.groups()) {
            long behind = 0;
            for (TopicPartition partition : group.partitions()) {
                behind += broker.end(partition) - group.committed(partition);
            }
            picture.append(behind == 0 ? '0' : behind < 4 ? '1' : '2');
        }
        states.add(picture.toString());
    }

    /// Where everybody stands, for the story of a failure.
    String picture() {
        var picture = new StringBuilder("at " + scheduler.instant());
        lives.forEach((slot, life) ->
                picture.append(' ')
                        .append(slot.service)
                        .append(slot.number)
                        .append('=')
                        .append(life.isDead() ? "dead" : life.isFrozen() ? "frozen" : "alive")
                        .append(' ')
                        .append(life.activity()));
        for (Group group : broker.groups()) {
            for (TopicPartition partition : group.partitions()) {
                picture.append(' ')
                        .append(group.name())
                        .append(' ')
                        .append(partition)
                        .append(' ')
                        .append(group.committed(partition))
                        .append('/')
                        .append(broker.end(partition));
            }
        }
        return picture + " reached " + faults.reached();
    }

    boolean isCalm() {
        return calm;
    }

    /// Somebody at random.
    Life anybody() {
        List<Slot> slots = slots();
        return lives.get(slots.get(faults.chance().nextInt(slots.size())));
    }

    void kill(Life life) {
        if (!life.isDead()) {
            life.kill();
            died(life, Step.POLL);
        }
    }

    /// Nothing goes wrong any more; who is frozen wakes up, who is dead will start again.
    void calmDown() {
        calm = true;
        faults.end();
        drift.end();
        lives.values().stream().filter(Life::isFrozen).toList().forEach(Life::thaw);
    }

    /// Ends all processes.
    void close() {
        for (Life life : List.copyOf(burials.keySet())) {
            life.kill();
            burials.remove(life).run();
        }
    }
}
