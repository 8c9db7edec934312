package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ProposedFollowUp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Thursday, 26 November 2026, half past ten in New York.
class FollowUpGuessTest {
    private static final Instant NOW = Instant.parse("2026-11-26T15:30:00Z");
    private static final List<OpenHours> NINE_TO_SIX = List.of(new OpenHours(9 * 60, 18 * 60));
    private static final BusinessCalendar NEW_YORK = calendar("America/New_York");

    private static BusinessCalendar calendar(String zone) {
        return new BusinessCalendar(
                ZoneId.of(zone),
                Map.of(
                        DayOfWeek.MONDAY, NINE_TO_SIX,
                        DayOfWeek.TUESDAY, NINE_TO_SIX,
                        DayOfWeek.WEDNESDAY, NINE_TO_SIX,
                        DayOfWeek.THURSDAY, NINE_TO_SIX,
                        DayOfWeek.FRIDAY, NINE_TO_SIX),
                Set.of());
    }

    private static List<Instant> due(String note) {
        return FollowUpGuess.in(note, NOW, NEW_YORK).stream().map(ProposedFollowUp::dueAt).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Follow-up scheduled for tomorrow.            | 2026-11-27T23:00:00Z
                    Will call back by 3 pm Friday.               | 2026-11-27T20:00:00Z
                    Call back on 12 May at 10:00.                | 2027-05-12T14:00:00Z
                    Follow-up 5/12, customer prefers e-mail.     | 2027-05-12T22:00:00Z
                    Will update customer within 48 hours.        | 2026-11-28T15:30:00Z
                    Callback in 20 minutes.                      | 2026-11-26T15:50:00Z
                    Next update to customer by Tuesday 4 PM.     | 2026-12-01T21:00:00Z
                    Cust. will get an update EOD, I'll email him.| 2026-11-26T23:00:00Z
                    We'll ring her tomorrow morning.             | 2026-11-27T17:00:00Z
                    Will try again Monday at 9 AM.               | 2026-11-30T14:00:00Z
                    Follow up in two days.                       | 2026-11-28T22:00:00Z
                    Reply due by noon.                           | 2026-11-26T17:00:00Z
                    I'll call him at 09:15.                      | 2026-11-27T14:15:00Z
                    Call-back booked next week.                  | 2026-11-30T23:00:00Z
                    """)
    void what_people_write_means_a_time_at_the_desk(String note, Instant expected) {
        assertThat(due(note)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer asked for a refund on Monday. Refunded, ref 88210.",
                "Explained that autopay hit on the 3rd instead of the 5th.",
                "Follow-up needed, no date yet.",
                "Followed up with the courier on 20 November, parcel found.",
                "Collected version 3.10 of the file at 10:30."
            })
    void what_promises_nothing_is_left_alone(String note) {
        assertThat(due(note)).isEmpty();
    }

    @Test
    void the_day_comes_first_where_people_write_it_first() {
        assertThat(FollowUpGuess.in("Follow-up 5/12.", NOW, calendar("Europe/London")))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.dueAt()).isEqualTo(Instant.parse("2026-12-05T17:00:00Z")));
    }

    @Test
    void summer_time_is_kept() {
        Instant march = Instant.parse("2027-03-13T20:00:00Z");
        assertThat(FollowUpGuess.in("Will call back tomorrow at 10:00.", march, NEW_YORK))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.dueAt()).isEqualTo(Instant.parse("2027-03-14T14:00:00Z")));
    }

    @Test
    void a_proposal_says_where_it_stands() {
        String note = "Customer wants a quote. Will call back by 3 pm Friday.";
        assertThat(FollowUpGuess.in(note, NOW, NEW_YORK))
                .singleElement()
                .satisfies(one -> {
                    assertThat(note.substring(one.start(), one.end()))
                            .isEqualTo("Will call back by 3 pm Friday.");
                    assertThat(one.what().plain()).isEqualTo("Will call back by 3 pm Friday.");
                });
    }
}
