package io.chatkeeper.bench;

import io.chatkeeper.bench.load.ClosedLoop;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.targets.NullStoreService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/// What `bench/instances` starts: three instances of the chats against one, over a store that costs
/// nothing, in turn on the same machine. Both are up and warm all the time; who is not measured has
/// nothing to do.
final class Instances {
    private static final int SEVERAL = 3;
    private static final int LOOKS = 20;
    private static final Duration AN_INSTANT = Duration.ofMillis(100);
    private static final int PATIENCE = 600;

    private final Plan plan;
    private final Ground ground;
    private final Chatting chatting;
    private final List<Double> alone = new ArrayList<>();
    private final List<Double> together = new ArrayList<>();
    private long failed;

    private Instances(Plan plan, Ground ground) {
        this.plan = plan;
        this.ground = ground;
        this.chatting = new Chatting(ground);
    }

    /// Arguments: `changes` for instances that come and go, `--quick` for figures of no worth.
    public static void main(String[] args) throws Exception {
        Plan plan = List.of(args).contains("--quick") ? Plan.quick() : Plan.full();
        Path root = Path.of(System.getProperty("chatkeeper.root"));
        if (List.of(args).contains("changes")) {
            Changes.run(plan, root);
            return;
        }
        try (Ground ground = Ground.open(root);
                Admin admin = ground.connection().admin()) {
            String line = new Instances(plan, ground).measured(new Services(root, ground), admin);
            String named =
                    "commit=%s plan=%s %s%n".formatted(Machine.commit(root), plan.name(), line);
            System.out.print(named);
            Files.writeString(root.resolve("bench/results/instances.txt"), named);
        }
    }

    private String measured(Services services, Admin admin) throws InterruptedException {
        try (Program publisher = services.service("chat-service")) {
            chatting.awaitReady("chat", publisher); // It publishes the procedures.
        }
        Program one = services.nullStore(NullStoreService.SERVICE, 1);
        List<Program> several = new ArrayList<>();
        for (int number = 1; number <= SEVERAL; number++) {
            several.add(services.nullStore(NullStoreService.SHARED, number));
        }
        chatting.awaitReady(NullStoreService.SERVICE, one);
        for (Program each : several) {
            chatting.awaitReady(NullStoreService.SHARED, each);
        }
        Shares shares = new Shares(admin, "chatkeeper-" + NullStoreService.SHARED);
        Map<String, List<TopicPartition>> partitions = settled(shares);
        warmUp(NullStoreService.SERVICE);
        warmUp(NullStoreService.SHARED);
        for (int round = 1; round <= plan.rounds(); round++) {
            alone.add(speed(NullStoreService.SERVICE));
            Thread watching = Thread.ofVirtual().start(() -> watch(shares, partitions));
            together.add(speed(NullStoreService.SHARED));
            watching.join();
        }
        return line(shares, partitions);
    }

    /// Waits until every instance has its part, and says who has what.
    private static Map<String, List<TopicPartition>> settled(Shares shares)
            throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            Map<String, List<TopicPartition>> now = shares.partitions();
            if (now.size() == SEVERAL && now.values().stream().noneMatch(List::isEmpty)) {
                return now;
            }
            Thread.sleep(AN_INSTANT);
        }
        throw new IllegalStateException("the instances did not come to share their topic");
    }

    private void warmUp(String service) throws InterruptedException {
        Meter.warmUp(service, plan, plan.streams(), chatting.on(service, plan.streams()));
    }

    private double speed(String service) throws InterruptedException {
        Outcome outcome =
                new ClosedLoop(plan.streams(), plan.step())
                        .on(chatting.on(service, plan.streams()));
        failed += outcome.failed();
        System.out.printf(
                "  %-10s %9.0f/s  p50 %8.2f ms  p99 %8.2f ms  failed %d%n",
                service, outcome.perSecond(), outcome.p50(), outcome.p99(), outcome.failed());
        return outcome.perSecond();
    }

    /// Looks at their lags all through a measurement.
    private void watch(Shares shares, Map<String, List<TopicPartition>> partitions) {
        try {
            for (int i = 0; i < LOOKS; i++) {
                LockSupport.parkNanos(plan.step().dividedBy(LOOKS + 1).toNanos());
                shares.look(partitions);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line(Shares shares, Map<String, List<TopicPartition>> partitions) {
        double one = median(alone);
        double several = median(together);
        String owned =
                partitions.values().stream()
                        .map(its -> Integer.toString(its.size()))
                        .collect(Collectors.joining("/"));
        String lags =
                shares.meanLags().values().stream()
                        .map("%.0f"::formatted)
                        .collect(Collectors.joining("/"));
        return "one=%.0f/s instances=%d several=%.0f/s ratio=%.2f failed=%d"
                        .formatted(one, SEVERAL, several, several / one, failed)
                + " partitions=%s meanLag=%s lagSpread=%.0f%%"
                        .formatted(owned, lags, shares.spread() * 100);
    }

    private static double median(List<Double> figures) {
        return Median.of(figures.stream().mapToDouble(figure -> figure).toArray());
    }
}
