package io.chatkeeper.simulation;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.projection.clocks.ClockOutcomeView;
import io.chatkeeper.projection.clocks.ClockReports;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.sla.clock.ClockEvent;
import io.chatkeeper.sla.reports.Recount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The report on promises, which adds up the read model, against the recount from what was stored.
final class ReportOracle {
    private static final StoredEvents<ClockEvent> STORED =
            StoredEvents.of("clock", ClockEvent.class);

    private final Collection<Folded> outcomes;
    private final Collection<List<Entry>> streams;

    ReportOracle(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.outcomes = house.views().documents(ClockOutcomeView.COLLECTION).values();
        this.streams = stored.getOrDefault(Service.ALL.get(2).name(), Map.of()).values();
    }

    List<String> complaints() {
        List<ClockTally> recounted = recounted();
        List<ClockTally> reported = reported();
        return recounted.equals(reported)
                ? List.of()
                : List.of("[report] stored " + recounted + ", reported " + reported);
    }

    private List<ClockTally> recounted() {
        Recount recount =
                new Recount(LocalDate.MIN, LocalDate.MAX, EnumSet.allOf(ClockDimension.class));
        for (List<Entry> entries : streams) {
            recount.stream(
                    entries.stream()
                            .map(one -> STORED.read(Deciding.JSON, one.type(), one.payload()))
                            .toList());
        }
        return recount.lines();
    }

    private List<ClockTally> reported() {
        Map<ClockTally, ClockTally> lines = new HashMap<>();
        for (Folded subject : outcomes) {
            for (ClockTally one : ClockReports.tallies(subject.document().deepCopy())) {
                lines.merge(one.line(), one, ClockTally::plus);
            }
        }
        return lines.values().stream().sorted(ClockTally.ORDER).toList();
    }
}
