package io.chatkeeper.sla.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTable;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sla.clock.ClockEvent;
import io.chatkeeper.sla.clock.ClockEvent.*;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecountTest {
    private static final String CHAT = "chat-a";
    private static final Instant START = Instant.parse("2026-11-23T04:50:00Z");
    private static final Instant BREACH = Instant.parse("2026-11-23T05:05:00Z");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static ClockStarted started(String id, @Nullable String agent, @Nullable String zone) {
        return new ClockStarted(
                id,
                CHAT,
                "ack",
                "Acknowledge",
                "R49",
                "always",
                "front",
                agent,
                "t",
                START,
                null,
                BREACH,
                new SopRef("loan", 3),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                null,
                zone,
                null);
    }

    private static ClockBreached breached(String id) {
        return new ClockBreached(id, CHAT, "ack", "t", BREACH, List.of(), null);
    }

    private static ClockMet met(String id, Instant at, boolean late, @Nullable String agent) {
        return new ClockMet(id, CHAT, "ack", "t", at, late, agent);
    }

    private static String table(ClockEvent... events) {
        return table(SUNDAY, MONDAY, events);
    }

    private static String table(LocalDate from, LocalDate to, ClockEvent... events) {
        Set<ClockDimension> all = EnumSet.allOf(ClockDimension.class);
        Recount recount = new Recount(from, to, all);
        recount.stream(List.of(events));
        return ClockTable.csv(recount.lines(), all).replaceFirst("^[^\n]*\n", "");
    }

    @Test
    void a_promise_counts_on_the_day_of_its_desk() {
        assertThat(table(started("c", null, "America/New_York"), met("c", START, false, "lee")))
                .isEqualTo("2026-11-22,ack,front,lee,loan@3,1,0\r\n");
        assertThat(table(started("c", null, "America/New_York"), breached("c")))
                .isEqualTo("2026-11-23,ack,front,,loan@3,0,1\r\n");
        assertThat(table(started("c", null, null), met("c", START, false, "lee")))
                .startsWith("2026-11-23,");
    }

    @Test
    void one_that_was_met_late_is_broken_once_and_falls_to_who_was_named_first() {
        var late = met("c", BREACH.plusSeconds(60), true, "lee");
        assertThat(table(started("c", null, "Z"), breached("c"), late))
                .isEqualTo("2026-11-23,ack,front,lee,loan@3,0,1\r\n");
        assertThat(table(started("c", "lou", "Z"), breached("c"), late)).contains(",lou,");
    }

    @Test
    void a_withdrawn_breach_counts_as_kept_and_what_is_cancelled_does_not_count() {
        var forgiven = new ClockBreachWithdrawn("c", CHAT, "ack", "t", START, "lee");
        assertThat(table(started("c", null, "Z"), breached("c"), forgiven))
                .isEqualTo("2026-11-23,ack,front,lee,loan@3,1,0\r\n");
        var cancelled = new ClockCancelled("c", CHAT, "ack", "t", "closed");
        assertThat(table(started("c", null, "Z"), breached("c"), forgiven, cancelled)).isEmpty();
        assertThat(table(started("c", null, "Z"), cancelled)).isEmpty();
    }

    @Test
    void what_still_runs_or_lies_outside_of_the_days_does_not_count() {
        var warned = new ClockWarned("c", CHAT, "ack", "t", BREACH, List.of());
        var paused = new ClockPaused("c", CHAT, "ack", "t", START, "x", null, Duration.ZERO, "r");
        assertThat(table(started("c", null, "Z"), warned, paused)).isEmpty();
        assertThat(table(SUNDAY, SUNDAY, started("c", null, "Z"), breached("c"))).isEmpty();
    }

    @Test
    void equal_lines_are_added_up() {
        assertThat(
                        table(
                                started("c", null, "Z"),
                                started("d", null, "Z"),
                                met("c", START, false, "lee"),
                                breached("d"),
                                met("d", BREACH.plusSeconds(1), true, "lee")))
                .isEqualTo("2026-11-23,ack,front,lee,loan@3,1,1\r\n");
    }

    @Test
    void what_is_not_understood_is_said_so() {
        var out = new PrintStream(new ByteArrayOutputStream());
        assertThat(ClockReport.run(new String[] {"mongodb://x", "2026-11-22"}, out)).isEqualTo(2);
        assertThat(ClockReport.run(new String[] {"mongodb://x", "a", "b"}, out)).isEqualTo(2);
    }
}
