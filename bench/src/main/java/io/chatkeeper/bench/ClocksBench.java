package io.chatkeeper.bench;

import io.chatkeeper.bench.load.OpenLoop;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.targets.Chats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Clocks through the running parts: broker, store, chat-service and sla-service with the flags of
/// production. `ClocksBench` measures in full, `ClocksBench small` tries it out. Fails if a clock
/// was early, lost or doubled.
public final class ClocksBench {
    private static final int RATE = 100;
    private static final int CHATS = 100;
    private static final Duration LEAD = Duration.ofSeconds(8);
    private static final double PAIR = 2;
    private static final double BURST_MILLIS = 5_000;

    /// The session time-out of the services, and ten seconds more.
    private static final double TAKEOVER_MILLIS = 20_000;

    /// @param pending clocks that are not due during the run
    /// @param seconds of the steady measurement; of the warm-up before it
    /// @param burst clocks due at one instant
    /// @param further pending ones before the takeover, so that one of two instances owns as many
    record Size(int pending, int seconds, int warmUp, int burst, int further) {
        static final Size FULL = new Size(100_000, 40, 25, 5_000, 100_000);
        static final Size SMALL = new Size(5_000, 8, 5, 500, 5_000);
    }

    private final Path root;
    private final Size size;
    private final ClocksReport report = new ClocksReport();

    private ClocksBench(Path root, Size size) {
        this.root = root;
        this.size = size;
    }

    public static void main(String[] args) throws Exception {
        Bench.cleanUpWhenToldToStop();
        Path root = Path.of(System.getProperty("chatkeeper.root"));
        Size size = List.of(args).contains("small") ? Size.SMALL : Size.FULL;
        var bench = new ClocksBench(root, size);
        bench.report.say("commit %s, %s", Machine.commit(root), Machine.description());
        bench.report.say("flags of the services: %s", String.join(" ", Program.FLAGS));
        bench.ourClocks();
        bench.tableClock();
        if (size.equals(Size.FULL)) {
            bench.report.write(root.resolve("bench/results/clocks.txt"));
        }
        bench.report.requireCorrect();
    }

    private void ourClocks() throws Exception {
        try (Ground ground = Ground.open(root)) {
            var services = new Services(root, ground, procedures(root, ground));
            Program chat = services.service("chat-service");
            Program sla = services.service("sla-service");
            var chatting = new Chatting(ground);
            chatting.awaitReady("chat", chat);
            var clocks = ground.keep(new ClocksTarget(ground.connection()));
            clocks.awaitReady(sla);
            Instant begin = Instant.now();
            clocks.givePending("long", size.pending);
            report.say(
                    "%d clocks started in %d ms",
                    size.pending, Duration.between(begin, Instant.now()).toMillis());
            steady(clocks, chatting.on("chat", CHATS), "warm", size.warmUp);
            steady(clocks, chatting.on("chat", CHATS), "due", size.seconds);
            burst(clocks);
            clocks.givePending("longer", size.further);
            new Takeover(ground, services, sla, clocks, report).measure(TAKEOVER_MILLIS);
            report.judge(clocks, new ClockJournal(ground.connection()));
        }
    }

    /// The shipped procedures, and the one of the bench.
    static Path procedures(Path root, Ground ground) throws Exception {
        Path folder = Files.createDirectories(ground.folder().resolve("sops"));
        for (String name : List.of("tidio-loan", "live-chat", "customer-care", "assist-chat")) {
            Path shipped = root.resolve("deploy/sops/" + name + ".yaml");
            Files.copy(shipped, folder.resolve(shipped.getFileName()));
        }
        try (var own = ClocksBench.class.getResourceAsStream("/clock-bench.yaml")) {
            Files.write(folder.resolve("clock-bench.yaml"), own.readAllBytes());
        }
        return folder;
    }

    /// Clocks that run out and commands of visitors, at one rate side by side.
    private void steady(ClocksTarget clocks, Chats chats, String name, int seconds)
            throws Exception {
        Map<String, Instant> dues = new HashMap<>();
        Instant first = Instant.now().plus(LEAD);
        for (int i = 0; i < seconds * RATE; i++) {
            dues.put("chat-" + name + "-" + i, first.plusMillis(1_000L * i / RATE));
        }
        clocks.give(dues);
        for (int chat = 0; chat < CHATS; chat++) {
            chats.submit(chat).get(); // Opens it, so that only messages are measured.
        }
        Thread.sleep(Duration.between(Instant.now(), first));
        CompletableFuture<Outcome> users =
                CompletableFuture.supplyAsync(
                        () -> commands(chats, Duration.ofSeconds(seconds)),
                        Thread::startVirtualThread);
        Lateness late = clocks.awaitBreaches(dues);
        Outcome commands = users.get();
        report.say("%-8s lateness of clocks at %d/s     %s", name, RATE, late);
        report.say(
                "%-8s command of a user at %d/s     p50 %.1f ms  p99 %.1f ms  max %.1f ms  failed %d",
                name, RATE, commands.p50(), commands.p99(), commands.max(), commands.failed());
        if (!name.equals("warm")) {
            report.target(
                    "lateness p99 beside the command's, at most %.0f times".formatted(PAIR),
                    late.p99() / commands.p99(),
                    PAIR);
        }
    }

    private static Outcome commands(Chats chats, Duration length) {
        try {
            return new OpenLoop(RATE, length).on(chats);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void burst(ClocksTarget clocks) throws InterruptedException, ExecutionException {
        Map<String, Instant> dues = new HashMap<>();
        Instant at = Instant.now().plus(LEAD);
        for (int i = 0; i < size.burst; i++) {
            dues.put("chat-burst-" + i, at);
        }
        clocks.give(dues);
        Lateness late = clocks.awaitBreaches(dues);
        report.say("burst    %d clocks due at one instant %s", size.burst, late);
        report.target("burst, ms until the last", late.max(), BURST_MILLIS);
    }

    /// The same with db-scheduler, which has the machine to itself.
    private void tableClock() throws Exception {
        Path folder = Files.createTempDirectory("chatkeeper-bench-");
        try (TableClock table = new TableClock(folder)) {
            Map<String, Instant> dues = new HashMap<>();
            Instant never = Instant.now().plus(Duration.ofDays(300));
            for (int i = 0; i < size.pending; i++) {
                dues.put("long-" + i, never);
            }
            table.add(dues);
            dues.clear();
            Instant first = Instant.now().plus(LEAD);
            for (int i = 0; i < size.warmUp * RATE; i++) {
                dues.put("due-" + i, first.plusMillis(1_000L * i / RATE));
            }
            table.add(dues);
            Lateness late = Lateness.await(dues, table::rang);
            report.say(
                    "baseline db-scheduler on H2 in a file, polling every %s: lateness at %d/s %s",
                    TableClock.POLL, RATE, late);
            Instant at = Instant.now().plus(LEAD);
            dues.clear();
            for (int i = 0; i < size.burst; i++) {
                dues.put("burst-" + i, at);
            }
            table.add(dues);
            late = Lateness.await(dues, table::rang);
            report.say("baseline db-scheduler: burst of %d %s", size.burst, late);
        } finally {
            Folders.delete(folder);
        }
    }
}
