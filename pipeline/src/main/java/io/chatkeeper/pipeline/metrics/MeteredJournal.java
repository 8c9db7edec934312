package io.chatkeeper.pipeline.metrics;

import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A journal whose appends and loads are timed (`chatkeeper.journal`, by `operation`). Timed is
/// what a lane waits for: the queue of the group commit included.
public final class MeteredJournal implements Journal {
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Journal journal;
    private final MeterRegistry registry;
    private final Timer appends;
    private final Timer loads;

    public MeteredJournal(Journal journal, MeterRegistry registry) {
        this.journal = journal;
        this.registry = registry;
        this.appends = timer("append");
        this.loads = timer("load");
    }

    private Timer timer(String operation) {
        return Timer.builder("chatkeeper.journal")
                .description("How long a lane waits for the journal")
                .tag("operation", operation)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @Override
    public Stored load(String streamId, String shape) {
        Timer.Sample began = Timer.start(registry);
        try {
            return journal.load(streamId, shape);
        } finally {
            began.stop(loads);
        }
    }

    @Override
    public List<Entry> read(String streamId, long after, int limit) {
        return journal.read(streamId, after, limit);
    }

    @Override
    public boolean endsAt(String streamId, StreamEnd end) {
        return journal.endsAt(streamId, end);
    }

    @Override
    public CompletableFuture<Void> append(Append append) {
        Timer.Sample began = Timer.start(registry);
        return journal.append(append).whenComplete((_, _) -> began.stop(appends));
    }

    @Override
    public void keep(String streamId, Snapshot snapshot) {
        journal.keep(streamId, snapshot);
    }

    @Override
    public Map<String, Instant> wakeUps(Predicate<String> streams) {
        return journal.wakeUps(streams);
    }
}
