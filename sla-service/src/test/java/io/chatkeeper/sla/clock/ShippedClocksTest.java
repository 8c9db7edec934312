package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ClockCommand;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sla.clock.ClockEvent.ClockBreached;
import io.chatkeeper.sla.clock.ClockEvent.ClockMet;
import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import io.chatkeeper.sla.clock.ClockEvent.ClockWarned;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the clocks of the shipped procedures promise, told as it would happen.
class ShippedClocksTest {
    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");
    private static final String CHAT = "chat-1";
    private static final SopRegister SOPS = ShippedSops.of("customer-care", "service-excellence");

    private final List<ClockEvent> history = new ArrayList<>();
    private SopRef sop = newest("service-excellence");

    private static SopRef newest(String id) {
        return SOPS.newest(id).orElseThrow().ref();
    }

    private Clocks state() {
        Clocks clocks = Clocks.NONE;
        for (ClockEvent event : history) {
            clocks = Clocks.evolve(clocks, event);
        }
        return clocks;
    }

    private List<ClockEvent> decided(ClockCommand command, Instant at) throws Refused {
        Decision by = new Decision(at, Actor.system("rehearsal"), "command-" + history.size());
        List<ClockEvent> events = ClockDecision.decide(state(), command, by, SOPS);
        history.addAll(events);
        return events;
    }

    private List<ClockEvent> see(Occurrence occurrence, Duration after) throws Refused {
        Instant at = START.plus(after);
        return decided(new Observe(CHAT, occurrence, at, sop, "desk", null, null), at);
    }

    private List<ClockEvent> ring(Duration after) throws Refused {
        Instant at = START.plus(after);
        return decided(new WakeUp("clock-" + CHAT, at), at);
    }

    private static List<String> breached(List<ClockEvent> events) {
        return events.stream()
                .filter(ClockBreached.class::isInstance)
                .map(event -> ((ClockBreached) event).clock())
                .toList();
    }

    private static List<String> met(List<ClockEvent> events) {
        return events.stream()
                .filter(ClockMet.class::isInstance)
                .map(event -> ((ClockMet) event).clockId())
                .toList();
    }

    @Test
    void a_complaint_is_resolved_within_two_days() throws Refused {
        sop = newest("customer-care");
        see(Occurrence.COMPLAINED, Duration.ZERO);
        assertThat(breached(ring(Duration.ofHours(48).minusSeconds(1)))).isEmpty();
        assertThat(breached(ring(Duration.ofHours(48)))).containsExactly("complaint");
    }

    @Test
    void a_service_is_followed_up_within_two_days() throws Refused {
        sop = newest("customer-care");
        see(Occurrence.RESOLVED, Duration.ZERO);
        see(Occurrence.CLOSED, Duration.ofMinutes(1));
        assertThat(met(see(Occurrence.FOLLOW_UP_COMPLETED, Duration.ofHours(47))))
                .containsExactly("clock-chat-1-after-service-1");
    }

    @Test
    void a_quarter_of_an_hour_without_progress_breaches_once() throws Refused {
        see(Occurrence.ASSIGNED, Duration.ZERO);
        assertThat(ring(Duration.ofMinutes(12))).hasAtLeastOneElementOfType(ClockWarned.class);
        assertThat(breached(ring(Duration.ofMinutes(15)))).containsExactly("no-progress");
        assertThat(ring(Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void every_word_to_the_customer_starts_the_time_to_the_next() throws Refused {
        see(Occurrence.REPLIED, Duration.ZERO);
        List<ClockEvent> second = see(Occurrence.REPLIED, Duration.ofMinutes(5));
        assertThat(met(second)).containsExactly("clock-chat-1-periodic-update-1");
        assertThat(second.getLast())
                .isInstanceOfSatisfying(
                        ClockStarted.class,
                        started ->
                                assertThat(started.clockId())
                                        .isEqualTo("clock-chat-1-periodic-update-2"));
        assertThat(breached(ring(Duration.ofMinutes(17)))).containsExactly("periodic-update");
        see(Occurrence.CUSTOMER_UPDATED, Duration.ofMinutes(20));
        assertThat(state().open().keySet()).containsExactly("clock-chat-1-periodic-update-3");
        assertThat(state().started()).hasSize(1);
        assertThat(met(see(Occurrence.RESOLVED, Duration.ofMinutes(21))))
                .containsExactly("clock-chat-1-periodic-update-3");
        assertThat(state().open()).isEmpty();
    }
}
