package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sla.clock.ClockEvent.*;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockDecisionTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CHAT = "chat-1";
    private static final String REPLY = "clock-chat-1-first-reply-1";
    private static final String TAKE = "transfer-acknowledgement";
    private static final String T1 = "clock-chat-1-transfer-acknowledgement-t1";
    private static final SopRegister SOPS =
            ShippedSops.of("tidio-loan", "customer-care", "service-excellence");

    private final ClockStory story = new ClockStory(SOPS);

    @Test
    void opening_a_chat_starts_its_clock_with_due_times_that_stay() throws Refused {
        var started = (ClockStarted) see(Occurrence.OPENED, 0, null).getFirst();
        assertThat(started.clockId()).isEqualTo(REPLY);
        assertThat(started.warnAt()).isEqualTo(at(1));
        assertThat(started.breachAt()).isEqualTo(at(3));
        assertThat(started.stop()).containsExactly(Occurrence.REPLIED);
        assertThat(story.state().wakeAt()).isEqualTo(at(1));
    }

    @Test
    void the_same_observation_again_changes_nothing() throws Refused {
        see(Occurrence.OPENED, 0, null);
        assertThat(see(Occurrence.OPENED, 0, null)).isEmpty();
        see(Occurrence.REPLIED, 1, null);
        assertThat(see(Occurrence.REPLIED, 1, null)).isEmpty();
        assertThat(see(Occurrence.OPENED, 0, null)).isEmpty();
    }

    @Test
    void a_reply_in_time_meets_the_clock() throws Refused {
        see(Occurrence.OPENED, 0, null);
        assertThat(see(Occurrence.REPLIED, 3, null))
                .containsExactly(
                        new ClockMet(REPLY, CHAT, "first-reply", null, at(3), false, null));
        assertThat(story.state().wakeAt()).isNull();
    }

    @Test
    void a_clock_warns_and_then_breaches_once_each() throws Refused {
        see(Occurrence.OPENED, 0, null);
        assertThat(wake(at(1).minusMillis(1))).isEmpty();
        assertThat(wake(at(1)))
                .containsExactly(
                        new ClockWarned(
                                REPLY,
                                CHAT,
                                "first-reply",
                                null,
                                at(3),
                                List.of(new ClockAction.Notify("responsible"))));
        assertThat(wake(at(2))).isEmpty();
        assertThat(story.state().wakeAt()).isEqualTo(at(3));
        assertThat(wake(at(3))).hasOnlyElementsOfType(ClockBreached.class).hasSize(1);
        assertThat(wake(at(4))).isEmpty();
        assertThat(story.state().wakeAt()).isNull();
    }

    @Test
    void what_is_due_at_once_warns_first() throws Refused {
        see(Occurrence.OPENED, 0, null);
        assertThat(wake(at(5)))
                .extracting(ClockEvent::getClass)
                .containsExactly(ClockWarned.class, ClockBreached.class);
    }

    @Test
    void a_breach_names_its_transfer_and_what_is_to_be_done() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        wake(at(10));
        assertThat(wake(at(15)))
                .containsExactly(
                        new ClockBreached(
                                T1,
                                CHAT,
                                TAKE,
                                "t1",
                                at(15),
                                List.of(
                                        new ClockAction.Escalate(
                                                Role.LEAD,
                                                Duration.ofMinutes(30),
                                                "chat@loans.example")),
                                null));
    }

    @Test
    void a_stop_in_time_that_comes_late_takes_the_breach_back() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        wake(at(15));
        assertThat(see(Occurrence.ACKNOWLEDGED, 15, "t1"))
                .containsExactly(new ClockBreachWithdrawn(T1, CHAT, TAKE, "t1", at(15), null));
    }

    @Test
    void a_late_stop_is_late() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        wake(at(15));
        assertThat(see(Occurrence.ACKNOWLEDGED, 16, "t1"))
                .containsExactly(new ClockMet(T1, CHAT, TAKE, "t1", at(16), true, null));
    }

    @Test
    void a_late_stop_that_overtakes_the_wake_up_breaches_first() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        assertThat(see(Occurrence.ACKNOWLEDGED, 16, "t1"))
                .extracting(ClockEvent::getClass)
                .containsExactly(ClockBreached.class, ClockMet.class);
        assertThat(wake(at(17))).isEmpty();
    }

    @Test
    void each_transfer_has_a_clock_of_its_own() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        see(Occurrence.TRANSFERRED, 1, "t2");
        assertThat(see(Occurrence.ACKNOWLEDGED, 2, "t2"))
                .extracting(ClockEvent::clockId)
                .containsExactly("clock-chat-1-transfer-acknowledgement-t2");
        assertThat(see(Occurrence.TRANSFERRED, 0, "t1")).isEmpty();
    }

    @Test
    void what_makes_a_clock_pointless_cancels_it() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        assertThat(see(Occurrence.TAKEN_OVER, 1, null))
                .containsExactly(new ClockCancelled(T1, CHAT, TAKE, "t1", "taken-over"));
    }

    @Test
    void a_cancellation_in_time_that_comes_late_takes_the_breach_back() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        wake(at(15));
        assertThat(see(Occurrence.TRANSFER_ENDED, 14, "t1"))
                .containsExactly(
                        new ClockBreachWithdrawn(T1, CHAT, TAKE, "t1", at(14), null),
                        new ClockCancelled(T1, CHAT, TAKE, "t1", "transfer-ended"));
    }

    @Test
    void a_cancellation_that_is_late_leaves_the_breach() throws Refused {
        see(Occurrence.TRANSFERRED, 0, "t1");
        assertThat(see(Occurrence.TRANSFER_ENDED, 16, "t1"))
                .hasOnlyElementsOfType(ClockBreached.class);
        assertThat(see(Occurrence.CLOSED, 17, null)).isEmpty();
    }

    @Test
    void who_met_a_clock_is_known_and_where_its_day_is_counted() throws Refused {
        var started = (ClockStarted) see(Occurrence.TRANSFERRED, 0, "t1").getFirst();
        assertThat(started.zone()).isEqualTo("America/New_York");
        Observe taken =
                new Observe(
                        CHAT,
                        Occurrence.ACKNOWLEDGED,
                        at(5),
                        new SopRef("tidio-loan", 3),
                        "loan-engineers",
                        "lee",
                        "t1");
        assertThat(story.when(taken, Actor.system("test"), at(5)))
                .containsExactly(new ClockMet(T1, CHAT, TAKE, "t1", at(5), false, "lee"));
    }

    @Test
    void a_happening_that_names_no_desk_is_at_the_one_that_was_named_last() throws Refused {
        SopRef care =
                new SopRef("customer-care", SOPS.newest("customer-care").get().ref().version());
        for (Occurrence quiet : List.of(Occurrence.CUSTOMER_WROTE, Occurrence.COMPLAINED)) {
            story.beginAgain();
            story.when(observe(Occurrence.OPENED, 0, null, care), Actor.system("test"), at(0));
            var later = new Observe(CHAT, quiet, at(1), care, null, null, null);
            assertThat(story.when(later, Actor.system("test"), at(1)))
                    .filteredOn(ClockStarted.class::isInstance)
                    .extracting(one -> ((ClockStarted) one).desk())
                    .allMatch("customer-service"::equals);
        }
    }

    @Test
    void a_version_that_has_not_arrived_is_waited_for() {
        var early = observe(Occurrence.OPENED, 0, null, new SopRef("tidio-loan", 99));
        assertThatThrownBy(() -> story.when(early, Actor.system("test"), START))
                .isInstanceOf(UnknownSopVersion.class);
    }

    @Test
    void nobody_tells_the_clocks() {
        Observe told = observe(Occurrence.REPLIED, 0, null, new SopRef("tidio-loan", 3));
        Refused refused =
                catchThrowableOfType(
                        Refused.class,
                        () -> story.when(told, Actor.agent("max", Role.MANAGER), START));
        assertThat(refused.refusal().kind()).isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void a_wake_up_without_clocks_does_nothing() throws Refused {
        assertThat(wake(at(60))).isEmpty();
        assertThat(story.state().wakeAt()).isNull();
    }

    private List<ClockEvent> see(Occurrence what, int minute, @Nullable String transfer)
            throws Refused {
        Observe observed = observe(what, minute, transfer, new SopRef("tidio-loan", 3));
        return story.when(observed, Actor.system("test"), at(minute));
    }

    private List<ClockEvent> wake(Instant now) throws Refused {
        return story.when(new WakeUp("clock-" + CHAT, now), Actor.system("wake-up"), now);
    }

    private static Observe observe(
            Occurrence what, int minute, @Nullable String transfer, SopRef sop) {
        return new Observe(CHAT, what, at(minute), sop, "customer-service", null, transfer);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
