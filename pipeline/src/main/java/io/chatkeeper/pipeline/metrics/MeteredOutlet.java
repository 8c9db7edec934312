package io.chatkeeper.pipeline.metrics;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Outlet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An outlet that counts what it tells: commands by type and outcome, rules that were broken or
/// gone past, clocks that breached. A command that comes again after a restart counts again.
public final class MeteredOutlet implements Outlet {
    private static final String OVERRIDDEN = "io.chatkeeper.chat.rule-overridden.v1";
    private static final String BREACHED = "io.chatkeeper.clock.breached.v1";

    /// Tags come from our own types and from published procedures; more than this many are lumped
    /// together, so that no list of rules however long can fill the memory.
    private static final int COUNTERS = 2_000;

    private record Key(String name, String first, String second) {}

    private final Outlet outlet;
    private final MeterRegistry registry;
    private final JsonMapper json;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    public MeteredOutlet(Outlet outlet, MeterRegistry registry, JsonMapper json) {
        this.outlet = outlet;
        this.registry = registry;
        this.json = json;
    }

    @Override
    public CompletableFuture<?> accepted(
            CommandRecord command, long sequence, List<Entry> entries) {
        count(command, "accepted");
        for (Entry entry : entries) {
            switch (entry.type()) {
                case BREACHED -> breach(json.readTree(entry.payload()).path("clock"));
                case OVERRIDDEN ->
                        rule(
                                json.readTree(entry.payload())
                                        .path("violation")
                                        .path("ruleId")
                                        .asString(""),
                                "overridden");
                default -> {} // Any other event shows in the command that led to it.
            }
        }
        return outlet.accepted(command, sequence, entries);
    }

    @Override
    public CompletableFuture<?> repeated(
            CommandRecord command, long sequence, List<Entry> entries) {
        count(command, "repeated");
        return outlet.repeated(command, sequence, entries);
    }

    @Override
    public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
        count(command, "refused");
        for (Violation violation : refusal.violations()) {
            rule(violation.ruleId(), "refused");
        }
        return outlet.refused(command, refusal);
    }

    @Override
    public CompletableFuture<?> bury(CommandRecord command, String reason) {
        count(command, "broken");
        return outlet.bury(command, reason);
    }

    @Override
    public void wake(String streamId, @Nullable Instant at) {
        outlet.wake(streamId, at);
    }

    private void count(CommandRecord command, String outcome) {
        counter(new Key("chatkeeper.commands", command.type(), outcome), "type", "outcome")
                .increment();
    }

    private void rule(String ruleId, String outcome) {
        counter(new Key("chatkeeper.rule.violations", ruleId, outcome), "rule", "outcome")
                .increment();
    }

    private void breach(JsonNode clock) {
        counter(new Key("chatkeeper.breaches", clock.asString(""), ""), "clock", "kind")
                .increment();
    }

    private Counter counter(Key key, String first, String second) {
        Counter known = counters.get(key);
        if (known != null) {
            return known;
        }
        Key bounded = counters.size() < COUNTERS ? key : new Key(key.name, "other", key.second);
        return counters.computeIfAbsent(
                bounded,
                one ->
                        one.second.isEmpty()
                                ? registry.counter(one.name, first, one.first)
                                : registry.counter(one.name, first, one.first, second, one.second));
    }
}
