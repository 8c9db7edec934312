package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sla.clock.ClockEvent.*;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Clocks that stand still, move to another desk's hours, or wait for a promise. A day desk works
/// from 8 to 16 and a night desk from 16 to 24, in UTC; the story begins at 10.
class ClockPausesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final String CHAT = "chat-1";
    private static final SopRef SOP = new SopRef("shifts", 1);
    private static final String FILE =
            """
            sop: shifts
            version: 1
            title: Two shifts
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              day:
                zone: UTC
                hours: {mon: ["08:00-16:00"], tue: ["08:00-16:00"], wed: ["08:00-16:00"]}
              night:
                zone: UTC
                hours: {mon: ["16:00-24:00"], tue: ["16:00-24:00"], wed: ["16:00-24:00"]}
              always: {zone: UTC, hours: always}
            desks:
              days: {role: csr, calendar: day}
              nights: {role: csr, calendar: night}
            clocks:
              solve:
                requirement: R52
                start: opened
                stop: resolved
                pause: replied
                resume: [customer-wrote, reopened]
                warn: PT3H
                breach: PT4H
                calendar: day
                deskCalendar: true
              promise:
                requirement: R54
                start: follow-up-promised
                stop: follow-up-completed
                warn: PT20H
                breach: PT24H
                calendar: always
            """;

    private final SopRegister sops = new SopRegister();
    private final ClockStory story = new ClockStory(sops);

    ClockPausesTest() {
        sops.add(SopReader.read(FILE));
    }

    @Test
    void what_was_left_is_left_after_a_pause_however_long() throws Refused {
        see(Occurrence.OPENED, 0);
        ClockPaused paused = only(ClockPaused.class, see(Occurrence.REPLIED, 60));
        assertThat(paused.warnLeft()).isEqualTo(Duration.ofHours(2));
        assertThat(paused.breachLeft()).isEqualTo(Duration.ofHours(3));
        assertThat(story.state().wakeAt()).isNull();
        assertThat(wake(12 * 60)).isEmpty();

        ClockResumed resumed = only(ClockResumed.class, see(Occurrence.CUSTOMER_WROTE, 5 * 60));
        assertThat(resumed.warnAt()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(resumed.breachAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(story.state().wakeAt()).isEqualTo(resumed.warnAt());
    }

    @Test
    void a_clock_that_stands_still_is_met_in_time_whenever() throws Refused {
        see(Occurrence.OPENED, 0);
        see(Occurrence.REPLIED, 60);
        assertThat(see(Occurrence.REPLIED, 90)).isEmpty();
        assertThat(only(ClockMet.class, see(Occurrence.RESOLVED, 5000)).late()).isFalse();
        assertThat(see(Occurrence.CUSTOMER_WROTE, 5001)).isEmpty();
    }

    @Test
    void a_warning_is_given_once_also_across_a_pause() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(180);
        assertThat(only(ClockPaused.class, see(Occurrence.REPLIED, 200)).warnLeft()).isNull();
        ClockResumed resumed = only(ClockResumed.class, see(Occurrence.CUSTOMER_WROTE, 210));
        assertThat(resumed.warned()).isTrue();
        assertThat(resumed.breachAt()).isEqualTo(START.plus(Duration.ofMinutes(250)));
        assertThat(wake(249)).isEmpty();
        assertThat(wake(250)).hasOnlyElementsOfType(ClockBreached.class).hasSize(1);
    }

    @Test
    void another_desk_means_another_calendar() throws Refused {
        see(Occurrence.OPENED, 0);
        List<ClockEvent> moved = see(Occurrence.ACKNOWLEDGED, 60, "nights", null, null);
        assertThat(moved)
                .extracting(ClockEvent::getClass)
                .containsExactly(ClockPaused.class, ClockResumed.class);
        assertThat(((ClockResumed) moved.getLast()).breachAt())
                .isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
        assertThat(see(Occurrence.ASSIGNED, 61, "nights", null, null)).isEmpty();
        assertThat(see(Occurrence.ASSIGNED, 62, "days", null, null)).hasSize(2);
        assertThat(see(Occurrence.ASSIGNED, 63, "elsewhere", null, null)).isEmpty();
    }

    @Test
    void a_clock_that_stands_still_goes_on_by_the_calendar_of_its_new_desk() throws Refused {
        see(Occurrence.OPENED, 0);
        see(Occurrence.REPLIED, 60);
        only(ClockPaused.class, see(Occurrence.ACKNOWLEDGED, 70, "nights", null, null));
        ClockResumed resumed = only(ClockResumed.class, see(Occurrence.CUSTOMER_WROTE, 80));
        assertThat(resumed.calendar()).isEqualTo("night");
        assertThat(resumed.breachAt()).isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
    }

    @Test
    void a_pause_in_time_that_comes_late_takes_the_breach_back() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(240);
        assertThat(see(Occurrence.REPLIED, 240)).hasOnlyElementsOfType(ClockBreachWithdrawn.class);
        assertThat(story.state().open()).isEmpty();
    }

    @Test
    void a_pause_after_the_limit_breaches_first_and_pauses_nothing() throws Refused {
        see(Occurrence.OPENED, 0);
        assertThat(see(Occurrence.REPLIED, 241)).hasOnlyElementsOfType(ClockBreached.class);
        assertThat(see(Occurrence.REPLIED, 242)).isEmpty();
        assertThat(see(Occurrence.CUSTOMER_WROTE, 243)).isEmpty();
        assertThat(see(Occurrence.ASSIGNED, 244, "nights", null, null)).isEmpty();
    }

    @Test
    void each_promise_has_a_clock_that_outlives_the_chat() throws Refused {
        Instant due = START.plus(Duration.ofDays(3));
        ClockStarted first =
                only(ClockStarted.class, see(Occurrence.FOLLOW_UP_PROMISED, 0, null, "f1", due));
        ClockStarted second =
                only(ClockStarted.class, see(Occurrence.FOLLOW_UP_PROMISED, 1, null, "f2", null));
        assertThat(first.breachAt()).isEqualTo(due);
        assertThat(first.warnAt()).isEqualTo(due.minus(Duration.ofHours(4)));
        assertThat(second.breachAt()).isEqualTo(START.plus(Duration.ofMinutes(24 * 60 + 1)));
        assertThat(see(Occurrence.FOLLOW_UP_PROMISED, 0, null, "f1", due)).isEmpty();

        assertThat(see(Occurrence.CLOSED, 2)).isEmpty();
        assertThat(see(Occurrence.FOLLOW_UP_COMPLETED, 3, null, "f2", null))
                .extracting(ClockEvent::clockId)
                .containsExactly("clock-chat-1-promise-f2");
        assertThat(wake(3 * 24 * 60))
                .extracting(ClockEvent::clockId)
                .containsOnly("clock-chat-1-promise-f1")
                .hasSize(2);
    }

    @Test
    void a_promise_for_soon_warns_at_once() throws Refused {
        Instant due = START.plus(Duration.ofHours(1));
        assertThat(
                        only(
                                        ClockStarted.class,
                                        see(Occurrence.FOLLOW_UP_PROMISED, 0, null, "f1", due))
                                .warnAt())
                .isEqualTo(START);
    }

    private static <T> T only(Class<T> type, List<ClockEvent> events) {
        assertThat(events).hasSize(1).hasOnlyElementsOfType(type);
        return type.cast(events.getFirst());
    }

    private List<ClockEvent> see(Occurrence what, int minute) throws Refused {
        return see(what, minute, null, null, null);
    }

    private List<ClockEvent> see(
            Occurrence what,
            int minute,
            @Nullable String desk,
            @Nullable String followUp,
            @Nullable Instant due)
            throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new Observe(CHAT, what, at, SOP, desk, null, null, followUp, due), at);
    }

    private List<ClockEvent> wake(int minute) throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new WakeUp("clock-" + CHAT, at), at);
    }
}
