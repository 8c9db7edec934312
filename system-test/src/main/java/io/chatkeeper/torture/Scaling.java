package io.chatkeeper.torture;

import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.torture.SteadyTalk.Waited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What `bench/scaling` starts: a house under 150 commands a second from which instances are taken
/// and to which they are given back all the time, judged by what its clients were told. Exit code 1
/// if a promise broke.
public final class Scaling {
    private static final int CHATS = 150; // One message a second each.
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration GONE = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(60);
    private static final Map<String, Integer> REPLICAS =
            Map.of("chat-service", 3, "routing-service", 2, "projection-service", 2);

    /// Number one of a service is where the others look things up, and stays.
    private static final List<String> COME_AND_GO =
            List.of(
                    "chat-service-2",
                    "chat-service-3",
                    "routing-service-2",
                    "projection-service-2");

    private static final long STARTED = System.nanoTime();

    private final House house;
    private final Duration duration;
    private int changes;

    private Scaling(House house, Duration duration) {
        this.house = house;
        this.duration = duration;
    }

    /// Arguments: for how many seconds instances come and go.
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getenv("CHATKEEPER_ROOT"));
        Path data = Files.createTempDirectory("chatkeeper-scaling");
        HouseSettings settings =
                new HouseSettings(
                        root,
                        data.resolve("house"),
                        0,
                        root.resolve("deploy/sops"),
                        Map.of("CHATKEEPER_LIMITS", "off"),
                        REPLICAS);
        Map<String, Object> result;
        try (House house = House.start(settings, Scaling::say)) {
            Duration duration = Duration.ofSeconds(Long.parseLong(arguments[0]));
            result = new Scaling(house, duration).run(data.resolve("journal.txt"));
        }
        result.put("commit", System.getenv("CHATKEEPER_COMMIT"));
        String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result);
        Files.writeString(root.resolve("bench/results/scaling.json"), text + "\n");
        say(text);
        System.exit(((List<?>) result.get("broken")).isEmpty() ? 0 : 1);
    }

    private Map<String, Object> run(Path journalFile) {
        try (ClientJournal journal = new ClientJournal(journalFile);
                Poisoner none = new Poisoner(house.kafka())) {
            Gateway gateway = new Gateway(house.url(), journal);
            Stage stage = new Stage(gateway, journal, new Random(1));
            try (Watchers watchers = new Watchers(gateway)) {
                watchers.agent("morgan");
                SteadyTalk talk = new SteadyTalk(stage);
                talk.begin(CHATS);
                long start = System.nanoTime();
                Deadline.pause(WARM_UP);
                comeAndGo();
                List<Waited> waits = talk.end(LAST_WORDS);
                double seconds = (System.nanoTime() - start) / 1e9;
                house.awaitReady();
                say(journal.size() + " requests to judge");
                List<Broken> noticed =
                        talk.failures().stream()
                                .map(what -> new Broken(Promise.P1, "", "", what, "a visitor"))
                                .toList();
                var collector =
                        new Collector(stage, watchers, house.kafka(), new java.util.HashSet<>());
                List<Broken> broken = Oracle.judge(collector.collect(none, noticed));
                return result(waits, seconds, statuses(journal), broken);
            }
        }
    }

    private void comeAndGo() {
        Deadline end = Deadline.in(duration);
        for (int i = 0; !end.over(); i++) {
            String name = COME_AND_GO.get(i % COME_AND_GO.size());
            changes++;
            house.away(name, GONE);
            Deadline.pause(GONE.plus(BETWEEN));
            house.awaitReady(name);
            say(name + " is back");
        }
    }

    private static Map<Integer, Integer> statuses(ClientJournal journal) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Exchange one : journal.exchanges()) {
            one.replies().forEach(reply -> counts.merge(reply.status(), 1, Integer::sum));
        }
        return counts;
    }

    private Map<String, Object> result(
            List<Waited> waits,
            double seconds,
            Map<Integer, Integer> statuses,
            List<Broken> broken) {
        Map<Boolean, List<Waited>> changing =
                waits.stream()
                        .collect(
                                Collectors.partitioningBy(one -> one.begun() >= WARM_UP.toNanos()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("replicas", new TreeMap<>(REPLICAS));
        result.put("instancesRemovedAndAdded", changes);
        result.put("messages", waits.size());
        result.put("messagesPerSecond", Math.round(waits.size() / seconds));
        result.put("waitMillisBeforeChanges", figures(changing.get(false)));
        result.put("waitMillisWhileChanging", figures(changing.get(true)));
        result.put("answersByStatus", statuses);
        result.put("lost", count(broken, Promise.P1));
        result.put("doubled", count(broken, Promise.P2));
        result.put("outOfOrder", count(broken, Promise.P3));
        result.put("broken", broken.stream().map(Broken::toString).limit(20).toList());
        return result;
    }

    private static Map<String, Long> figures(List<Waited> waits) {
        List<Long> millis =
                waits.stream()
                        .map(one -> one.waited() / 1_000_000)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("p50", millis.get(millis.size() / 2));
        figures.put("p99", millis.get((int) (millis.size() * 0.99)));
        figures.put("longest", millis.getLast());
        return figures;
    }

    private static long count(List<Broken> broken, Promise promise) {
        return broken.stream().filter(one -> one.promise() == promise).count();
    }

    private static void say(String line) {
        System.out.println("%7.1f s  %s".formatted((System.nanoTime() - STARTED) / 1e9, line));
    }
}
