package io.chatkeeper.projection.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.*;
import io.chatkeeper.projection.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ClockViewTest {
    private static final String CHAT = "chat-a";
    private static final Instant START = Happened.at(0);
    private static final Instant WARN = Happened.at(600);
    private static final Instant BREACH = Happened.at(900);

    private final ClockView view = new ClockView();

    private static ClockStarted started(String id) {
        return new ClockStarted(
                id,
                CHAT,
                "ack",
                "Acknowledge",
                "R49",
                "always",
                "front",
                null,
                "t",
                START,
                WARN,
                BREACH,
                null);
    }

    private ObjectNode after(PublicClockEvent... events) {
        return Happened.on("clock-" + CHAT, events).foldedBy(view);
    }

    private JsonNode first(PublicClockEvent... events) {
        return after(events).at("/clocks/0");
    }

    @Test
    void a_clock_stands_still_and_goes_on() {
        var paused = new ClockPaused("c", CHAT, "ack", "t", WARN, Duration.ofMinutes(5), "replied");
        assertThat(first(started("c"), paused).path("state").asString()).isEqualTo("paused");
        assertThat(first(started("c"), paused).path("remaining").asString()).isEqualTo("PT5M");

        JsonNode on =
                first(
                        started("c"),
                        paused,
                        new ClockResumed(
                                "c",
                                CHAT,
                                "ack",
                                "t",
                                BREACH,
                                "nights",
                                true,
                                null,
                                BREACH.plusSeconds(300)));
        assertThat(on.path("state").asString()).isEqualTo("warned");
        assertThat(on.path("calendar").asString()).isEqualTo("nights");
        assertThat(on.path("breachAt").asString()).isEqualTo("2026-11-22T12:20:00Z");
        assertThat(on.has("remaining")).isFalse();
    }

    @Test
    void a_clock_runs() {
        assertThat(after(started("c")))
                .isEqualTo(
                        Happened.read(
                                """
                                {'subject':'chat-a','clocks':[{'clockId':'c','clock':'ack',
                                 'label':'Acknowledge','requirement':'R49','calendar':'always',
                                 'desk':'front','transferId':'t','state':'running',
                                 'startedAt':'2026-11-22T12:00:00Z',
                                 'warnAt':'2026-11-22T12:10:00Z',
                                 'breachAt':'2026-11-22T12:15:00Z'}]}
                                """));
    }

    @Test
    void it_warns_breaches_and_may_be_forgiven() {
        var warned = new ClockWarned("c", CHAT, "ack", "t", BREACH, List.of());
        var breached = new ClockBreached("c", CHAT, "ack", "t", BREACH, List.of());
        var forgiven = new ClockBreachWithdrawn("c", CHAT, "ack", "t", WARN, null);
        assertThat(first(started("c"), warned).path("state").asString()).isEqualTo("warned");
        assertThat(first(started("c"), warned, breached).path("state").asString())
                .isEqualTo("breached");
        JsonNode kept = first(started("c"), warned, breached, forgiven);
        assertThat(kept.path("state").asString()).isEqualTo("withdrawn");
        assertThat(kept.path("metAt").asString()).isEqualTo(WARN.toString());
    }

    @Test
    void it_is_met_late_or_in_time_or_cancelled() {
        JsonNode met = first(started("c"), new ClockMet("c", CHAT, "ack", "t", WARN, false, null));
        assertThat(met.path("state").asString()).isEqualTo("met");
        assertThat(met.path("late").asBoolean()).isFalse();
        assertThat(
                        first(started("c"), new ClockCancelled("c", CHAT, "ack", "t", "closed"))
                                .path("state")
                                .asString())
                .isEqualTo("cancelled");
    }

    @Test
    void each_clock_of_a_subject_goes_its_own_way() {
        ObjectNode two =
                after(
                        started("c"),
                        started("d"),
                        new ClockMet("d", CHAT, "ack", "t", WARN, true, null));
        assertThat(two.at("/clocks/0/state").asString()).isEqualTo("running");
        assertThat(two.at("/clocks/1/state").asString()).isEqualTo("met");
    }

    @Test
    void a_clock_that_never_started_is_noticed() {
        var met = new ClockMet("x", CHAT, "ack", "t", WARN, false, null);
        assertThatIllegalStateException().isThrownBy(() -> after(met));
    }
}
