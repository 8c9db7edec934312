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

/// At a desk that closes, clocks run in its hours, whatever calendar they name, unless the file
/// says that they don't. The desk works on Mondays from 9 to 17; it is Monday, 7 o'clock.
class ClosingDeskClocksTest {
    private static final Instant START = Instant.parse("2026-11-30T07:00:00Z");
    private static final Instant OPENS = Instant.parse("2026-11-30T09:00:00Z");
    private static final String FILE =
            """
            sop: hours
            version: 1
            title: A desk with hours
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              office: {zone: UTC, hours: {mon: ["09:00-17:00"]}}
              always: {zone: UTC, hours: always}
            desks:
              office: {role: csr, calendar: office, closed: {leaveMessage: {followUp: PT2H}}}
              night: {role: csr, calendar: always}
            clocks:
              reply: {requirement: R59, start: opened, stop: replied, breach: PT3M, calendar: always}
              answer:
                requirement: R59
                start: customer-wrote
                stop: replied
                breach: PT5M
                calendar: always
              legal:
                requirement: R52
                start: opened
                stop: resolved
                breach: PT4H
                calendar: always
                deskCalendar: false
            """;

    private final SopRegister sops = new SopRegister();
    private final ClockStory story = new ClockStory(sops);

    ClosingDeskClocksTest() {
        sops.add(SopReader.read(FILE));
    }

    private List<ClockEvent> see(Occurrence occurrence, int minute, @Nullable String desk)
            throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(
                new Observe("chat-1", occurrence, at, new SopRef("hours", 1), desk, null, null),
                at);
    }

    private static Instant breachOf(List<ClockEvent> events, String clock) {
        return events.stream()
                .filter(ClockStarted.class::isInstance)
                .map(ClockStarted.class::cast)
                .filter(started -> started.clock().equals(clock))
                .findFirst()
                .orElseThrow()
                .breachAt();
    }

    @Test
    void a_chat_that_waits_for_the_opening_breaches_nothing_before() throws Refused {
        List<ClockEvent> opened = see(Occurrence.OPENED, 0, "office");
        assertThat(breachOf(opened, "reply")).isEqualTo(OPENS.plus(Duration.ofMinutes(3)));
        List<ClockEvent> wrote = see(Occurrence.CUSTOMER_WROTE, 1, null);
        assertThat(breachOf(wrote, "answer")).isEqualTo(OPENS.plus(Duration.ofMinutes(5)));
        assertThat(story.when(new WakeUp("clock-chat-1", OPENS), OPENS)).isEmpty();
    }

    @Test
    void a_clock_that_says_so_keeps_its_own_hours() throws Refused {
        assertThat(breachOf(see(Occurrence.OPENED, 0, "office"), "legal"))
                .isEqualTo(START.plus(Duration.ofHours(4)));
    }

    @Test
    void another_desk_that_never_closes_lets_it_run_at_once() throws Refused {
        see(Occurrence.OPENED, 0, "office");
        List<ClockEvent> moved = see(Occurrence.ASSIGNED, 10, "night");
        assertThat(moved)
                .filteredOn(ClockResumed.class::isInstance)
                .extracting(event -> ((ClockResumed) event).breachAt())
                .containsExactly(START.plus(Duration.ofMinutes(13)));
    }
}
