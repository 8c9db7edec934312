package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockAction;
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
import org.junit.jupiter.api.Test;

/// A breach that is told again while nothing happens. The desk works from 8 to 16 UTC; the story
/// begins at 15:30 on a Monday.
class ClockRepeatsTest {
    private static final Instant START = Instant.parse("2026-11-23T15:30:00Z");
    private static final String CHAT = "chat-1";
    private static final SopRef SOP = new SopRef("patient", 1);
    private static final String FILE =
            """
            sop: patient
            version: 1
            title: Patience
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              day:
                zone: UTC
                hours: {mon: ["08:00-16:00"], tue: ["08:00-16:00"]}
            desks:
              days: {role: csr, calendar: day}
            clocks:
              solve:
                requirement: R52
                start: opened
                stop: resolved
                breach: PT10M
                calendar: day
                onBreach: [{escalate: next}]
                repeat: {every: PT15M, most: 2}
            """;

    private final SopRegister sops = new SopRegister();
    private final ClockStory story = new ClockStory(sops);

    ClockRepeatsTest() {
        sops.add(SopReader.read(FILE));
    }

    @Test
    void a_breach_is_told_again_in_working_time_and_no_more_often_than_wanted() throws Refused {
        see(Occurrence.OPENED, 0);
        var breached = (ClockBreached) wake(10).getFirst();
        assertThat(breached.repeatAt()).isEqualTo("2026-11-23T15:55:00Z");
        assertThat(story.state().wakeAt()).isEqualTo(breached.repeatAt());
        assertThat(wake(24)).isEmpty();
        var first = (ClockRepeated) wake(25).getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.actions())
                .containsExactly(new ClockAction.Escalate(null, null, null, true));
        assertThat(first.repeatAt()).isEqualTo("2026-11-24T08:10:00Z");
        var second = (ClockRepeated) wake(17 * 60).getFirst();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.repeatAt()).isNull();
        assertThat(story.state().wakeAt()).isNull();
        assertThat(wake(20 * 60)).isEmpty();
    }

    @Test
    void after_an_outage_it_is_told_once_and_not_for_everything_that_was_missed() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(10);
        assertThat(wake(17 * 60)).hasSize(1);
        assertThat(wake(17 * 60)).isEmpty();
    }

    @Test
    void whoever_meets_it_late_is_the_last_to_hear_of_it() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(10);
        assertThat(see(Occurrence.RESOLVED, 20)).hasOnlyElementsOfType(ClockMet.class);
        assertThat(story.state().wakeAt()).isNull();
    }

    @Test
    void what_is_over_is_told_to_nobody_and_stays_broken() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(10);
        assertThat(see(Occurrence.CLOSED, 20)).hasOnlyElementsOfType(ClockSilenced.class);
        assertThat(story.state().wakeAt()).isNull();
        assertThat(see(Occurrence.CLOSED, 20)).isEmpty();
        assertThat(wake(25)).isEmpty();
    }

    @Test
    void a_stop_in_time_that_comes_late_ends_it_too() throws Refused {
        see(Occurrence.OPENED, 0);
        wake(10);
        wake(25);
        assertThat(see(Occurrence.RESOLVED, 9)).hasOnlyElementsOfType(ClockBreachWithdrawn.class);
        assertThat(story.state().wakeAt()).isNull();
    }

    private List<ClockEvent> see(Occurrence what, int minute) throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new Observe(CHAT, what, at, SOP, null, null, null), at);
    }

    private List<ClockEvent> wake(int minute) throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new WakeUp("clock-" + CHAT, at), at);
    }
}
