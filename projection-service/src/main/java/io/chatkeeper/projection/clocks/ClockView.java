package io.chatkeeper.projection.clocks;

import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The clocks of one subject, as rows of `clocks`.
public final class ClockView implements View {
    public static final String COLLECTION = "clocks";

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
            subject.put("subject", event.subject());
            fold(subject, event);
        }
    }

    private static void fold(ObjectNode subject, PublicClockEvent event) {
        switch (event) {
            case ClockStarted started -> start(subject.withArray("clocks").addObject(), started);
            case ClockWarned _ -> row(subject, event).put("state", "warned");
            case ClockBreached _ -> row(subject, event).put("state", "breached");
            case ClockRepeated again -> row(subject, event).put("repeated", again.number());
            case ClockPaused paused ->
                    row(subject, event)
                            .put("state", "paused")
                            .put("remaining", paused.remaining().toString());
            case ClockResumed resumed -> resume(row(subject, event), resumed);
            case ClockBreachWithdrawn withdrawn ->
                    row(subject, event)
                            .put("state", "withdrawn")
                            .put("metAt", withdrawn.metAt().toString());
            case ClockMet met ->
                    row(subject, event)
                            .put("state", "met")
                            .put("late", met.late())
                            .put("metAt", met.metAt().toString());
            case ClockCancelled _ -> row(subject, event).put("state", "cancelled");
        }
    }

    private static void start(ObjectNode row, ClockStarted started) {
        row.put("clockId", started.clockId());
        row.put("clock", started.clock());
        row.put("label", started.label());
        row.put("requirement", started.requirement());
        row.put("calendar", started.calendar());
        put(row, "desk", started.desk());
        put(row, "transferId", started.transferId());
        row.put("state", "running");
        row.put("startedAt", started.startedAt().toString());
        Instant warnAt = started.warnAt();
        put(row, "warnAt", warnAt == null ? null : warnAt.toString());
        row.put("breachAt", started.breachAt().toString());
    }

    private static void resume(ObjectNode row, ClockResumed resumed) {
        row.remove("remaining");
        row.put("state", resumed.warned() ? "warned" : "running");
        row.put("calendar", resumed.calendar());
        Instant warnAt = resumed.warnAt();
        put(row, "warnAt", warnAt == null ? null : warnAt.toString());
        row.put("breachAt", resumed.breachAt().toString());
    }

    private static ObjectNode row(ObjectNode subject, PublicClockEvent event) {
        return Documents.in(subject, "clocks", "clockId", event.clockId())
                .orElseThrow(() -> new IllegalStateException("no such clock in the view"));
    }

    private static void put(ObjectNode row, String field, @Nullable String value) {
        if (value != null) {
            row.put(field, value);
        }
    }
}
