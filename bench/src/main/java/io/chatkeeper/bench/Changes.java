package io.chatkeeper.bench;

import io.chatkeeper.bench.load.OpenLoop;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.Chats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// What `bench/instances changes` starts: instances of chat-service are asked to stop and are
/// started again, all the time, while 150 commands a second begin at their intended times. How long
/// the one waits that waits longest is the longest gap a chat has seen; the journal says whether
/// anything was lost, doubled or reordered.
final class Changes {
    private static final String SERVICE = "chat-service";
    private static final String CHAT = "chat";
    private static final int INSTANCES = 2;
    private static final int RATE = 150;

    /// Several that share two cores take long until their compilers are done.
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    private static final Duration CALM_DOWN = Duration.ofSeconds(45);
    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(2);
    private static final Duration LENGTH = Duration.ofSeconds(120);
    private static final Duration GONE = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofSeconds(12);

    private final Plan plan;
    private final Ground ground;
    private final Services services;
    private final Chatting chatting;
    private final List<Program> running = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private List<String> words = List.of();
    private int changes;

    private Changes(Plan plan, Path root, Ground ground) {
        this.plan = plan;
        this.ground = ground;
        this.services = new Services(root, ground);
        this.chatting = new Chatting(ground);
    }

    static void run(Plan plan, Path root) throws Exception {
        try (Ground ground = Ground.open(root)) {
            String line = new Changes(plan, root, ground).measured();
            String named =
                    "commit=%s plan=%s %s%n".formatted(Machine.commit(root), plan.name(), line);
            System.out.print(named);
            Files.writeString(root.resolve("bench/results/changes.txt"), named);
        }
    }

    private String measured() throws Exception {
        words = trained();
        for (int number = 1; number <= INSTANCES; number++) {
            running.add(start(number));
            chatting.awaitReady(CHAT, running.getLast());
        }
        Meter.warmUp(CHAT, WARM_UP, plan.streams(), chats());
        // What listens to the events of the warm-up is still behind.
        new OpenLoop(RATE, CALM_DOWN).on(chats());
        Outcome quiet = new OpenLoop(RATE, plan.step().multipliedBy(2)).on(chats());
        Chats chats = chats();
        Thread changing = Thread.ofVirtual().start(this::comeAndGo);
        Outcome changed = new OpenLoop(RATE, LENGTH).on(chats);
        over.set(true);
        changing.join();
        return line(quiet, changed, chats.verdict());
    }

    private Chats chats() {
        return chatting.on(CHAT, plan.streams());
    }

    private Program start(int number) {
        return ground.keep(services.instance(SERVICE, number, words));
    }

    /// Unpacked, with an ahead-of-time cache and the quick compiler, as `./run` starts it: on two
    /// cores the full compiler of a fresh machine takes what the others need.
    private List<String> trained() throws Exception {
        Path home = ground.folder().resolve("app");
        Path cache = home.resolve("app.aot");
        Path jar = services.jar(SERVICE);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int code =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--destination",
                                        home.toString()))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException("cannot be unpacked: " + jar);
        }
        List<String> program = List.of("-jar", home.resolve(jar.getFileName()).toString());
        Program training =
                services.instance(SERVICE, 1, with("-XX:AOTCacheOutput=" + cache, program));
        try {
            chatting.awaitReady(CHAT, training);
        } finally {
            training.stop(TRAINING_LIMIT);
        }
        return with("-XX:AOTCache=" + cache, program);
    }

    private static List<String> with(String option, List<String> program) {
        List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", option));
        all.addAll(program);
        return all;
    }

    /// The first instance stays; the others are taken away in turn.
    private void comeAndGo() {
        try {
            for (int i = 0; !over.get(); i++) {
                int place = 1 + i % (INSTANCES - 1);
                running.get(place).close();
                Thread.sleep(GONE);
                running.set(place, start(place + 1));
                changes++;
                System.out.printf("  %s-%d has gone and come%n", SERVICE, place + 1);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line(Outcome quiet, Outcome changed, Verdict verdict) {
        return "rate=%d/s instances=%d removedAndAdded=%d acknowledged=%d failed=%d"
                        .formatted(
                                RATE, INSTANCES, changes, changed.acknowledged(), changed.failed())
                + " lost=%d doubled=%d reordered=%d"
                        .formatted(verdict.lost(), verdict.doubled(), verdict.reordered())
                + " p50=%.1fms p99=%.1fms longestGap=%.0fms quietP50=%.1fms quietLongest=%.0fms"
                        .formatted(
                                changed.p50(),
                                changed.p99(),
                                changed.max(),
                                quiet.p50(),
                                quiet.max());
    }
}
