package io.chatkeeper.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Clocks that start, run out and are met while sla-service is killed, again and again: two
/// instances, now one, now the other, now both. `ClockKills` kills twenty times, `ClockKills small`
/// twice. Fails if a clock was early, lost, doubled, or stays broken though its promise was kept.
public final class ClockKills {
    private static final int KILLS = 20;
    private static final int KILLS_SMALL = 2;

    /// Every so often both at once.
    private static final int BOTH = 5;

    private static final int RATE = 20;

    /// Who was killed must have come back and served before it is killed again.
    private static final Duration BETWEEN = Duration.ofSeconds(25);

    private static final int DEAD_MILLIS = 3_000;
    private static final Duration REST = Duration.ofSeconds(25);
    private static final long SHORTEST_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 30_000;

    /// Promises are kept so long before and after they are due, at most.
    private static final int MARGIN_MILLIS = 1_500;

    private static final String NAME = "chat-kept-";

    private final Ground ground;
    private final Services services;
    private final ClocksTarget clocks;
    private final int kills;
    private final Random random = new Random();
    private final Program[] instances = new Program[2];
    private int killed;

    private ClockKills(Ground ground, Services services, int kills) {
        this.ground = ground;
        this.services = services;
        this.kills = kills;
        this.clocks = ground.keep(new ClocksTarget(ground.connection()));
    }

    public static void main(String[] args) throws Exception {
        Bench.cleanUpWhenToldToStop();
        Path root = Path.of(System.getProperty("chatkeeper.root"));
        boolean small = List.of(args).contains("small");
        var report = new ClocksReport();
        report.say("commit %s, %s", Machine.commit(root), Machine.description());
        try (Ground ground = Ground.open(root)) {
            var services = new Services(root, ground, ClocksBench.procedures(root, ground));
            services.service("chat-service"); // It publishes the procedures.
            new ClockKills(ground, services, small ? KILLS_SMALL : KILLS).measure(report);
        }
        if (!small) {
            report.write(root.resolve("bench/results/clock-kills.txt"));
        }
        report.requireCorrect();
    }

    private void measure(ClocksReport report) throws InterruptedException, ExecutionException {
        start(0);
        clocks.awaitReady(instances[0]);
        start(1);
        Duration length = BETWEEN.multipliedBy(kills + 1L);
        CompletableFuture<Void> people =
                CompletableFuture.runAsync(() -> livePast(length), Thread::startVirtualThread);
        for (int i = 0; i < kills; i++) {
            Thread.sleep(BETWEEN);
            killAndStart(i % BOTH == BOTH - 1 ? List.of(0, 1) : List.of(i % 2));
        }
        people.get();
        Map<String, Instant> broken = new HashMap<>(clocks.dues());
        broken.keySet().removeIf(chat -> !chat.startsWith(NAME) || clocks.promises().isKept(chat));
        Lateness late = clocks.awaitBreaches(broken);
        Thread.sleep(REST); // What would be doubled or withdrawn must have its time.
        report.say(
                "%d times kill -9 of sla-service (two instances, every %dth time both: %d processes),"
                        + " in %d s",
                kills, BOTH, killed, length.toSeconds());
        report.say("lateness of what ran out meanwhile %s", late);
        report.judgeKept(clocks, NAME, new ClockJournal(ground.connection()));
    }

    private void start(int which) {
        instances[which] = services.service("sla-service", which + 1);
    }

    private void killAndStart(List<Integer> which) throws InterruptedException {
        for (int one : which) {
            instances[one].requireAlive();
            instances[one].kill();
            killed++;
        }
        Thread.sleep(random.nextInt(DEAD_MILLIS));
        which.forEach(this::start);
    }

    /// Gives promises at a steady rate, each with some time left. Of each ten, four are kept just
    /// in time and one just after.
    private void livePast(Duration length) {
        TreeMap<Instant, Runnable> todo = new TreeMap<>();
        Instant begin = Instant.now();
        for (int i = 0; i < length.toSeconds() * RATE; i++) {
            String chat = NAME + i;
            Instant given = begin.plusMillis(1_000L * i / RATE).plusNanos(i);
            Instant due = given.plusMillis(random.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS));
            todo.put(given, () -> clocks.promise(chat, due));
            int fate = random.nextInt(10);
            int margin = 1 + random.nextInt(MARGIN_MILLIS);
            if (fate < 5) {
                Instant done = fate < 4 ? due.minusMillis(margin) : due.plusMillis(margin);
                todo.put(done, () -> clocks.keep(chat));
            }
        }
        todo.forEach(ClockKills::doAt);
    }

    private static void doAt(Instant at, Runnable what) {
        try {
            Duration left = Duration.between(Instant.now(), at);
            if (left.isPositive()) {
                Thread.sleep(left);
            }
            what.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
