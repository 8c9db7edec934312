package io.chatkeeper.torture;

import io.chatkeeper.local.CannotStart;
import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What `bench/torture` starts: rounds of load and random faults in one house for as long as it is
/// told. Exit code 1 if a promise broke.
public final class Torture {
    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final int CONVERSATIONS = 12;
    private static final int MISUSED = 2;
    private static final Map<String, Integer> REPLICAS =
            Map.of("chat-service", 2, "routing-service", 2, "projection-service", 2);
    private static final long STARTED = System.nanoTime();

    private final Path root;
    private final Path data;
    private final String commit;
    private final long seed;
    private final Map<String, Integer> struck = new TreeMap<>();
    private final List<Round.Outcome> outcomes = new ArrayList<>();

    private Torture(Path root, Path data, String commit, long seed) {
        this.root = root;
        this.data = data;
        this.commit = commit;
        this.seed = seed;
    }

    /// Arguments: the duration, such as `30m`, and a seed if it is to be a certain one.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2 || !arguments[0].matches("\\d+[smh]")) {
            System.err.println("bench/torture <duration, such as 30m> [<seed>]");
            System.exit(MISUSED);
        }
        Path root = Path.of(System.getenv("CHATKEEPER_ROOT"));
        long seed =
                arguments.length == 2
                        ? Long.parseLong(arguments[1])
                        : System.currentTimeMillis() % 1_000_000;
        Path data = Files.createTempDirectory("chatkeeper-torture");
        Torture torture = new Torture(root, data, System.getenv("CHATKEEPER_COMMIT"), seed);
        System.exit(
                torture.run(
                        Duration.parse("PT" + arguments[0].toUpperCase(java.util.Locale.ROOT))));
    }

    private int run(Duration duration) throws IOException {
        say("seed " + seed + ", everything that lasts is in " + data);
        try (Kept kept = new Kept(House.start(settings(), Torture::say))) {
            House house = kept.house;
            Deadline end = Deadline.in(duration);
            Plan plan = new Plan(seed, house.names());
            Round round = new Round(house, Torture::say);
            for (int number = 1; number == 1 || !end.over(); number++) {
                Path journal = data.resolve("journal-" + number + ".txt");
                Round.Outcome outcome =
                        round.run(seed + number, CONVERSATIONS, journal, faults(plan, end));
                outcomes.add(outcome);
                say("round " + number + ": " + outcome);
            }
        } catch (CannotStart e) {
            say("the house does not come back: " + e.getMessage());
            return 1;
        } finally {
            say("result: " + report(duration));
        }
        return brokenPromises().isEmpty() ? 0 : 1;
    }

    private HouseSettings settings() {
        return new HouseSettings(
                root,
                data.resolve("house"),
                0,
                root.resolve("deploy/sops"),
                Map.of("CHATKEEPER_LIMITS", "off"),
                REPLICAS);
    }

    /// One fault after the other, a random peace before each, until round or run are over.
    private Iterable<Fault> faults(Plan plan, Deadline end) {
        Deadline round = Deadline.in(ROUND);
        return () ->
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return !round.over() && !end.over();
                    }

                    @Override
                    public Fault next() {
                        Deadline.pause(plan.pause());
                        Fault fault = plan.next();
                        struck.merge(fault.getClass().getSimpleName(), 1, Integer::sum);
                        return fault;
                    }
                };
    }

    private List<String> brokenPromises() {
        return outcomes.stream().flatMap(outcome -> outcome.broken().stream()).toList();
    }

    private Path report(Duration duration) throws IOException {
        Path folder = Files.createDirectories(root.resolve("bench/results"));
        String time =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now());
        Path file = folder.resolve("torture-%s-%s.json".formatted(time, commit));
        Map<String, Object> result = new java.util.LinkedHashMap<>();
        result.put("commit", commit);
        result.put("seed", seed);
        result.put("told", duration.toString());
        result.put("ranSeconds", (System.nanoTime() - STARTED) / 1_000_000_000);
        result.put("replicas", new TreeMap<>(REPLICAS));
        result.put("faults", struck);
        result.put("chats", outcomes.stream().mapToInt(Round.Outcome::chats).sum());
        result.put("requests", outcomes.stream().mapToInt(Round.Outcome::requests).sum());
        result.put("attempts", outcomes.stream().mapToInt(Round.Outcome::attempts).sum());
        result.put("events", outcomes.stream().mapToInt(Round.Outcome::events).sum());
        result.put("unanswered", outcomes.stream().mapToInt(Round.Outcome::kept).sum());
        result.put("broken", brokenPromises());
        Files.writeString(
                file,
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        return file;
    }

    /// A house that is closed once, at the end or when somebody ends this process before.
    private static final class Kept implements AutoCloseable {
        private final House house;
        private boolean closed;

        Kept(House house) {
            this.house = house;
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-the-house"));
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                house.close();
            }
        }
    }

    private static void say(String line) {
        System.out.println("%7.1f s  %s".formatted((System.nanoTime() - STARTED) / 1e9, line));
    }
}
