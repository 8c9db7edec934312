package io.chatkeeper.projection.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.*;
import io.chatkeeper.projection.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockOutcomeViewTest {
    private static final String CHAT = "chat-a";
    private static final Instant MET = Instant.parse("2026-11-22T23:30:00Z");
    private static final Instant BREACH = Instant.parse("2026-11-22T23:40:00Z");

    private final ClockOutcomeView view = new ClockOutcomeView();

    private static ClockStarted started(String id, @Nullable String agent, @Nullable String zone) {
        return new ClockStarted(
                id, CHAT, "ack", "Ack", "R49", "x", "front", agent, "t", MET, null, BREACH, zone);
    }

    private static ClockTally line(String day, String agent, int kept, int broken) {
        return new ClockTally(
                LocalDate.parse(day), "ack", "front", agent, "tidio-loan@1", kept, broken);
    }

    private List<ClockTally> after(PublicClockEvent... events) {
        return ClockReports.tallies(Happened.on("clock-" + CHAT, events).foldedBy(view));
    }

    @Test
    void a_promise_counts_on_the_day_of_its_desk() {
        var met = new ClockMet("c", CHAT, "ack", "t", MET, false, "lee");
        assertThat(after(started("c", null, "Europe/Berlin"), met))
                .containsExactly(line("2026-11-23", "lee", 1, 0));
        assertThat(after(started("c", null, null), met))
                .containsExactly(line("2026-11-22", "lee", 1, 0));
    }

    @Test
    void one_that_was_met_late_is_broken_once() {
        var broken = new ClockBreached("c", CHAT, "ack", "t", BREACH, List.of());
        var late = new ClockMet("c", CHAT, "ack", "t", BREACH.plusSeconds(9_000), true, "lee");
        assertThat(after(started("c", null, "Z"), broken))
                .containsExactly(line("2026-11-22", "", 0, 1));
        assertThat(after(started("c", null, "Z"), broken, late))
                .containsExactly(line("2026-11-22", "lee", 0, 1));
        assertThat(after(started("c", "lou", "Z"), broken, late))
                .containsExactly(line("2026-11-22", "lou", 0, 1));
    }

    @Test
    void a_withdrawn_breach_counts_as_kept_and_what_is_cancelled_does_not_count() {
        var broken = new ClockBreached("c", CHAT, "ack", "t", BREACH, List.of());
        var forgiven = new ClockBreachWithdrawn("c", CHAT, "ack", "t", MET, "lee");
        var cancelled = new ClockCancelled("c", CHAT, "ack", "t", "closed");
        assertThat(after(started("c", null, "Z"), broken, forgiven))
                .containsExactly(line("2026-11-22", "lee", 1, 0));
        assertThat(after(started("c", null, "Z"), broken, forgiven, cancelled)).isEmpty();
        assertThat(after(started("c", null, "Z"), cancelled)).isEmpty();
    }

    @Test
    void what_still_runs_does_not_count() {
        assertThat(after(started("c", null, "Z"))).isEmpty();
    }

    @Test
    void a_clock_that_never_started_is_noticed() {
        var broken = new ClockBreached("x", CHAT, "ack", "t", BREACH, List.of());
        assertThatIllegalStateException().isThrownBy(() -> after(broken));
    }
}
