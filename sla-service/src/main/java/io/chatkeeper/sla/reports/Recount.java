package io.chatkeeper.sla.reports;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.sla.clock.ClockEvent;
import io.chatkeeper.sla.clock.ClockEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts kept and broken promises anew, from what is stored of them. Knows nothing of the read
/// model that does the same from what is published, so that the two can be held together.
public final class Recount {
    private final LocalDate from;
    private final LocalDate to;
    private final Set<ClockDimension> by;
    private final Map<ClockTally, ClockTally> lines = new HashMap<>();

    /// How a promise has ended so far.
    private record Verdict(boolean kept, Instant at, @Nullable String agentId) {}

    /// @param from the first day that counts
    /// @param to the last one
    public Recount(LocalDate from, LocalDate to, Set<ClockDimension> by) {
        this.from = from;
        this.to = to;
        this.by = Set.copyOf(by);
    }

    /// Takes all that has happened to one subject's clocks, in order.
    public void stream(Collection<ClockEvent> events) {
        Map<String, ClockStarted> started = new LinkedHashMap<>();
        Map<String, Verdict> verdicts = new HashMap<>();
        for (ClockEvent event : events) {
            if (event instanceof ClockStarted one) {
                started.put(one.clockId(), one);
            } else {
                verdicts.compute(event.clockId(), (_, before) -> verdict(before, event));
            }
        }
        started.forEach((clockId, one) -> {
            Verdict verdict = verdicts.get(clockId);
            if (verdict != null) {
                count(one, verdict);
            }
        });
    }

    private static @Nullable Verdict verdict(@Nullable Verdict before, ClockEvent event) {
        return switch (event) {
            case ClockBreached broken -> new Verdict(false, broken.breachAt(), null);
            case ClockBreachWithdrawn kept -> new Verdict(true, kept.metAt(), kept.agentId());
            case ClockMet met when !met.late() -> new Verdict(true, met.metAt(), met.agentId());
            case ClockMet late ->
                    before == null ? null : new Verdict(false, before.at(), late.agentId());
            case ClockCancelled _ -> null;
            case ClockStarted _,
                    ClockWarned _,
                    ClockPaused _,
                    ClockResumed _,
                    ClockRepeated _,
                    ClockSilenced _ ->
                    before;
        };
    }

    private void count(ClockStarted promise, Verdict verdict) {
        ZoneId zone = ZoneId.of(promise.zone() == null ? "Z" : promise.zone());
        LocalDate day = verdict.at().atZone(zone).toLocalDate();
        if (day.isBefore(from) || day.isAfter(to)) {
            return;
        }
        String agent = promise.agentId() == null ? verdict.agentId() : promise.agentId();
        ClockTally tally =
                new ClockTally(
                                day,
                                promise.clock(),
                                promise.desk() == null ? "" : promise.desk(),
                                agent == null ? "" : agent,
                                promise.sop().toString(),
                                verdict.kept() ? 1 : 0,
                                verdict.kept() ? 0 : 1)
                        .by(by);
        lines.merge(tally.line(), tally, ClockTally::plus);
    }

    /// What has been counted, in order.
    public List<ClockTally> lines() {
        return lines.values().stream().sorted(ClockTally.ORDER).toList();
    }
}
