package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Cpu;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.bench.targets.PastEvents;
import io.chatkeeper.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/// Read models made anew: projection-service begins with an empty database and a full log.
final class RebuildStage implements Stage {
    static final String REBUILD = "rebuild";
    static final String LOG = "log";

    private static final String GROUP = "chatkeeper-projection";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int ASK_EVERY_MILLIS = 200;

    /// What a rebuild has done by a moment.
    private record Progress(long events, long at, Cpu cpu) {}

    @Override
    public void run(Path root, Plan plan, Results results) throws Exception {
        try (Ground ground = Ground.open(root);
                Admin admin = ground.connection().admin()) {
            new PastEvents(ground.connection()).write(plan.rebuildChats(), plan.rebuildAlive());
            long events = (long) plan.rebuildChats() * PastEvents.OF_EACH;
            System.out.println("  " + events + " events are in the log");
            Program service = new Services(root, ground).service("projection-service");
            Progress begin = awaitProgress(ground, admin, service, 1, START_LIMIT);
            Progress end = awaitProgress(ground, admin, service, events, plan.rebuildLimit());
            Verdict verdict =
                    end.events == events
                            ? ViewCheck.of(ground.connection(), plan.rebuildChats())
                            : Verdict.NONE;
            report(results, begin, end, verdict);
        }
    }

    /// Waits until the group has consumed so many events for good, or the time is over.
    private static Progress awaitProgress(
            Ground ground, Admin admin, Program service, long events, Duration limit)
            throws Exception {
        long until = System.nanoTime() + limit.toNanos();
        while (true) {
            service.requireAlive();
            long done = committed(admin);
            if (done >= events || System.nanoTime() > until) {
                return new Progress(done, System.nanoTime(), Cpu.of(ground.pids()));
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
    }

    private static long committed(Admin admin) throws Exception {
        return admin
                .listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> isOfChats(entry.getKey()) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static boolean isOfChats(TopicPartition partition) {
        return partition.topic().equals(Topics.CHAT_EVENTS)
                && partition.partition() < Connection.PARTITIONS;
    }

    private static void report(Results results, Progress begin, Progress end, Verdict verdict) {
        long events = end.events - begin.events;
        double seconds = Math.max(1, end.at - begin.at) / 1e9;
        Outcome outcome = new Outcome(events, 0, seconds, 0, 0, 0);
        var cpu = end.cpu.since(begin.cpu).per(events);
        Measurement one = new Measurement(REBUILD, LOG, 1, outcome, cpu, verdict);
        results.add(one);
        System.out.printf(
                "  %d of the events in %.1f s, %.0f/s %s%n",
                events, seconds, outcome.perSecond(), verdict);
    }
}
