package io.chatkeeper.projection.clocks;

import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// How the promises of one subject ended, as rows that a report adds up. A row has a day as soon as
/// its promise is settled: the day on which it was met, or else on which it ran out, where its desk
/// is. What was cancelled was no promise any more, and has no row.
public final class ClockOutcomeView implements View {
    public static final String COLLECTION = "clockOutcomes";

    /// The list of rows, and the field of a row by which reports find it.
    static final String ROWS = "rows";

    static final String DAY = "day";
    static final String KEPT = "kept";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "clock";
    }

    @Override
    public void fold(ObjectNode subject, Recorded recorded) {
        if (recorded.event() instanceof PublicClockEvent event) {
            fold(subject, event, recorded.envelope().sopVersion());
        }
    }

    private static void fold(ObjectNode subject, PublicClockEvent event, @Nullable String sop) {
        switch (event) {
            case ClockStarted started ->
                    start(subject.withArray(ROWS).addObject(), started, sop == null ? "" : sop);
            case ClockBreached broken -> settle(row(subject, event), false, broken.breachAt());
            case ClockBreachWithdrawn kept -> {
                settle(row(subject, event), true, kept.metAt());
                name(row(subject, event), kept.agentId());
            }
            case ClockMet met -> {
                if (!met.late()) {
                    settle(row(subject, event), true, met.metAt());
                }
                name(row(subject, event), met.agentId());
            }
            case ClockCancelled _ -> Documents.without(subject, ROWS, "clockId", event.clockId());
            case ClockWarned _, ClockPaused _, ClockResumed _, ClockRepeated _ -> {} // Nothing new.
        }
    }

    private static void start(ObjectNode row, ClockStarted started, String sop) {
        row.put("clockId", started.clockId());
        row.put("clock", started.clock());
        row.put("desk", started.desk() == null ? "" : started.desk());
        row.put("agent", started.agentId() == null ? "" : started.agentId());
        row.put("sop", sop);
        row.put("zone", started.zone() == null ? "Z" : started.zone());
    }

    private static void settle(ObjectNode row, boolean kept, Instant at) {
        ZoneId zone = ZoneId.of(row.path("zone").asString("Z"));
        row.put(DAY, at.atZone(zone).toLocalDate().toString());
        row.put(KEPT, kept);
    }

    /// A promise that fell to nobody in particular goes to whoever met it.
    private static void name(ObjectNode row, @Nullable String agentId) {
        if (agentId != null && row.path("agent").asString("").isEmpty()) {
            row.put("agent", agentId);
        }
    }

    private static ObjectNode row(ObjectNode subject, PublicClockEvent event) {
        return Documents.in(subject, ROWS, "clockId", event.clockId())
                .orElseThrow(() -> new IllegalStateException("no such clock in the view"));
    }
}
