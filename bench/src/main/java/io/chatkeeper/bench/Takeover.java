package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.kafka.Partitioning;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;

/// Kills one of two instances of sla-service and waits for the first clock of its partitions that
/// ran out after its death.
///
/// @param victim the instance that is killed, whose name ends with 1
record Takeover(
        Ground ground,
        Services services,
        Program victim,
        ClocksTarget clocks,
        ClocksReport report) {
    private static final String GROUP = "chatkeeper-sla";
    private static final int TRIES = 120;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int DUE_MILLIS = 50;
    private static final Duration LEAD = Duration.ofSeconds(6);
    private static final Duration LENGTH = Duration.ofSeconds(35);
    private static final String NAME = "chat-over-";

    void measure(double limitMillis) throws InterruptedException, ExecutionException {
        Program other = services.service("sla-service", 2);
        Set<Integer> theirs = partitionsOfVictim(other);
        var partitioning = new Partitioning(Connection.PARTITIONS);
        long owned =
                clocks.dues().keySet().stream()
                        .filter(chat -> chat.startsWith("chat-long"))
                        .filter(chat -> theirs.contains(partitioning.of(StreamId.clock(chat))))
                        .count();
        Map<String, Instant> dues = new HashMap<>();
        Instant first = Instant.now().plus(LEAD);
        for (int i = 0; i < LENGTH.toMillis() / DUE_MILLIS; i++) {
            dues.put(NAME + i, first.plusMillis((long) i * DUE_MILLIS));
        }
        clocks.give(dues);
        Thread.sleep(Duration.between(Instant.now(), first.plusSeconds(1)));
        Instant killed = Instant.now();
        victim.kill();
        Lateness all = clocks.awaitBreaches(dues);
        Instant fired =
                dues.entrySet().stream()
                        .filter(due -> due.getValue().isAfter(killed))
                        .map(Map.Entry::getKey)
                        .filter(chat -> theirs.contains(partitioning.of(StreamId.clock(chat))))
                        .map(chat -> clocks.told().breached().getOrDefault(chat, Instant.MAX))
                        .min(Instant::compareTo)
                        .orElseThrow();
        report.say(
                "takeover one of two instances killed with %d clocks on %d partitions; all %s",
                owned, theirs.size(), all);
        report.target(
                "takeover, ms until the first overdue one of the dead",
                Duration.between(killed, fired).toMillis(),
                limitMillis);
    }

    /// Waits until both share the partitions.
    private Set<Integer> partitionsOfVictim(Program other)
            throws InterruptedException, ExecutionException {
        try (Admin admin = ground.connection().admin()) {
            for (int i = 0; i < TRIES; i++) {
                other.requireAlive();
                var members =
                        admin.describeConsumerGroups(Set.of(GROUP))
                                .describedGroups()
                                .get(GROUP)
                                .get()
                                .members();
                int shared = members.stream().mapToInt(one -> partitions(one).size()).sum();
                if (members.size() == 2
                        && shared == Connection.PARTITIONS
                        && members.stream().noneMatch(one -> partitions(one).isEmpty())) {
                    Thread.sleep(LOOK.multipliedBy(10)); // Until their timers are read.
                    return members.stream()
                            .filter(Takeover::isVictim)
                            .findFirst()
                            .map(Takeover::partitions)
                            .orElseThrow();
                }
                Thread.sleep(LOOK);
            }
        }
        throw new IllegalStateException("two instances do not share the partitions");
    }

    private static boolean isVictim(MemberDescription member) {
        return member.groupInstanceId().orElse("").startsWith("sla-service-1");
    }

    private static Set<Integer> partitions(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .filter(one -> one.topic().equals(Topics.SLA_COMMANDS))
                .map(one -> one.partition())
                .collect(Collectors.toSet());
    }
}
