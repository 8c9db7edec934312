package io.chatkeeper.torture;

import io.chatkeeper.local.House;
import io.chatkeeper.local.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Load, faults, calm, judgement: once, in a house that is open. Rounds may follow each other in
/// one house.
public final class Round {
    private static final List<String> AGENTS = List.of("casey", "cam", "lee");
    private static final Duration AT_THE_START = Duration.ofSeconds(60);
    private static final Duration CONVERSATIONS_LIMIT = Duration.ofSeconds(170);

    private final House house;
    private final Progress progress;
    private final Set<String> earlier = new HashSet<>();

    /// @param progress is told what happens
    public Round(House house, Progress progress) {
        this.house = house;
        this.progress = progress;
    }

    /// What came of a round.
    ///
    /// @param broken a line for every promise that was not kept; empty when all were
    /// @param kept requests that got no answer within the patience of a client
    public record Outcome(
            List<String> broken, int chats, int requests, int attempts, int events, int kept) {}

    /// Does the faults one after the other while so many conversations go on, and judges.
    Outcome run(long seed, int conversations, Path journalFile, Iterable<Fault> faults) {
        try (ClientJournal journal = new ClientJournal(journalFile);
                Poisoner poisoner = new Poisoner(house.kafka())) {
            Gateway gateway = new Gateway(house.url(), journal);
            Stage stage = new Stage(gateway, journal, new Random(seed));
            try (Watchers watchers = new Watchers(gateway)) {
                List<Broken> noticed = new CopyOnWriteArrayList<>();
                var scene = new Fault.Scene(house, stage, poisoner, noticed);
                prepare(gateway, watchers);
                Load load = Load.start(stage, watchers, conversations);
                for (Fault fault : faults) {
                    progress.say("fault: " + fault);
                    fault.strike(scene);
                }
                house.awaitReady();
                if (!load.end(CONVERSATIONS_LIMIT)) {
                    scene.notice(Promise.REST, "conversations did not come to their end");
                }
                load.failures().forEach(what -> scene.notice(Promise.REST, what));
                progress.say("calm; " + journal.size() + " requests to judge");
                var collector = new Collector(stage, watchers, house.kafka(), earlier);
                return judged(collector.collect(poisoner, noticed), gateway);
            }
        }
    }

    private static void prepare(Gateway gateway, Watchers watchers) {
        Deadline deadline = Deadline.in(AT_THE_START);
        AGENTS.forEach(agent -> gateway.available(agent, deadline));
        watchers.agent("morgan");
        if (!deadline.await(() -> watchers.streams().stream().allMatch(LiveStream::isOpen))) {
            throw new IllegalStateException("no snapshot on the live stream");
        }
    }

    private Outcome judged(Evidence evidence, Gateway gateway) {
        earlier.addAll(evidence.logs().keySet());
        List<String> broken = Oracle.judge(evidence).stream().map(Broken::toString).toList();
        broken.forEach(progress::say);
        int events = evidence.logs().values().stream().mapToInt(List::size).sum();
        return new Outcome(
                broken,
                evidence.logs().size(),
                evidence.exchanges().size(),
                gateway.attempts(),
                events,
                gateway.kept());
    }
}
