package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Desks that open and close, and where chats go meanwhile.
class DeskHoursTest {
    private static final String CALENDARS =
            """
            sop: small
            version: 1
            title: A small procedure
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              office:
                zone: Europe/Berlin
                hours: {mon: ["09:00-17:00"], tue: ["09:00-17:00"], fri: ["09:00-17:00"]}
                holidays: [2026-12-01]
              weekend: {zone: Europe/Berlin, hours: {sat: ["10:00-14:00"]}}
              always: {zone: UTC, hours: always}
            """;

    /// A Monday, 08:00 in Berlin.
    private static final Instant BEFORE = Instant.parse("2026-11-30T07:00:00Z");

    private static final Instant OPENING = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant CLOSING = Instant.parse("2026-11-30T16:00:00Z");

    /// The 1st of December is a holiday; after that comes Friday.
    private static final Instant FRIDAY = Instant.parse("2026-12-04T08:00:00Z");

    private static Sop sop(String desks) {
        return SopReader.read(CALENDARS + "desks:\n" + desks);
    }

    private static final String OFFICE =
            "  office: {role: csr, calendar: office, closed: {leaveMessage: {followUp: PT3H}}}\n";

    @Test
    void an_open_desk_takes_the_chat_up_to_its_last_moment() {
        Sop sop = sop(OFFICE);
        assertThat(DeskHours.arrival(sop, "office", OPENING, "CK-1"))
                .isEqualTo(new DeskHours.Arrival("office", "office", null, null));
        assertThat(DeskHours.arrival(sop, "office", CLOSING.minusNanos(1), "CK-1").held()).isNull();
        assertThat(DeskHours.arrival(sop, "office", CLOSING, "CK-1").held()).isNotNull();
        assertThat(DeskHours.closesAt(sop, "office", OPENING)).contains(CLOSING);
        assertThat(DeskHours.opensAt(sop, "office", OPENING)).isEmpty();
        assertThat(DeskHours.closesAt(sop, "office", CLOSING)).isEmpty();
    }

    @Test
    void at_a_closed_desk_a_message_is_left_and_answered_in_its_first_hours() {
        var arrival = DeskHours.arrival(sop(OFFICE), "office", BEFORE, "CK-7");
        assertThat(arrival.desk()).isEqualTo("office");
        assertThat(arrival.askedOpensAt()).isEqualTo(OPENING);
        assertThat(arrival.held())
                .isEqualTo(
                        new DeskHours.Held(
                                OPENING,
                                OPENING.plus(Duration.ofHours(3)),
                                "We're closed until Monday 30 November, 09:00 (CET). Leave a"
                                        + " message and we'll answer by Monday 30 November, 12:00"
                                        + " (CET). Your reference is CK-7."));
    }

    @Test
    void holidays_and_nights_are_skipped_and_the_answer_takes_working_time() {
        Sop sop = sop(OFFICE.replace("PT3H", "PT9H"));
        var held = DeskHours.arrival(sop, "office", CLOSING, "CK-7").held();
        assertThat(held).isNotNull();
        assertThat(held.opensAt()).isEqualTo(FRIDAY);
        assertThat(held.answerBy()).isEqualTo(Instant.parse("2026-12-07T09:00:00Z"));
    }

    @Test
    void the_chat_goes_to_the_first_desk_on_the_way_that_is_open() {
        Sop sop =
                sop(
                        """
                          office: {role: csr, calendar: office, closed: {elsewhere: weekend}}
                          weekend: {role: csr, calendar: weekend, closed: {elsewhere: night}}
                          night: {role: csr, calendar: always}
                        """);
        Instant saturday = Instant.parse("2026-12-05T10:00:00Z");
        assertThat(DeskHours.arrival(sop, "office", saturday, "CK-1"))
                .isEqualTo(
                        new DeskHours.Arrival(
                                "office", "weekend", Instant.parse("2026-12-07T08:00:00Z"), null));
        assertThat(DeskHours.arrival(sop, "office", BEFORE, "CK-1"))
                .isEqualTo(new DeskHours.Arrival("office", "night", OPENING, null));
    }

    @Test
    void where_all_are_closed_the_message_waits_for_the_one_that_opens_first() {
        Sop sop =
                sop(
                        """
                          office:
                            role: csr
                            calendar: office
                            closed: {elsewhere: weekend, leaveMessage: {followUp: PT1H}}
                          weekend:
                            role: csr
                            calendar: weekend
                            closed: {leaveMessage: {followUp: PT1H, text: "Back {opens}."}}
                        """);
        assertThat(DeskHours.arrival(sop, "office", BEFORE, "CK-1").desk()).isEqualTo("office");
        var friday =
                DeskHours.arrival(sop, "office", Instant.parse("2026-12-04T20:00:00Z"), "CK-1");
        assertThat(friday.desk()).isEqualTo("weekend");
        assertThat(friday.held()).isNotNull();
        assertThat(friday.held().words()).isEqualTo("Back Saturday 5 December, 10:00 (CET).");
    }

    @Test
    void a_desk_that_does_not_say_what_happens_then_never_closes() {
        Sop sop = sop("  office: {role: csr, calendar: office}\n");
        assertThat(DeskHours.opensAt(sop, "office", BEFORE)).isEmpty();
        assertThat(DeskHours.closesAt(sop, "office", OPENING)).isEmpty();
        assertThat(DeskHours.opensAt(sop, "unknown", BEFORE)).isEmpty();
        assertThat(DeskHours.arrival(sop, "office", BEFORE, "CK-1").askedOpensAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed: {} | Say where",
                "closed: {elsewhere: moon} | no desk of that name",
                "closed: {elsewhere: one} | leads back: one",
                "closed: {elsewhere: two} | leads back",
                "closed: {elsewhere: three} | leads back: one, three, four",
                "closed: {leaveMessage: {}} | missing",
                "closed: {leaveMessage: {followUp: PT1H, text: 'Later.'}} | told {opens}",
                "closed: {leaveMessage: {followUp: PT1H, text: '{opens} {when}'}} | fills in {when}",
                "closed: {elsewhere: far1} | 5 times at the most",
            })
    void what_leads_nowhere_is_refused(String closed, String said) {
        String desks =
                """
                  one: {role: csr, calendar: office, CLOSED}
                  two: {role: csr, calendar: weekend, closed: {elsewhere: one}}
                  three: {role: csr, calendar: weekend, closed: {elsewhere: four}}
                  four: {role: csr, calendar: office, closed: {elsewhere: three}}
                  far1: {role: csr, calendar: office, closed: {elsewhere: far2}}
                  far2: {role: csr, calendar: office, closed: {elsewhere: far3}}
                  far3: {role: csr, calendar: office, closed: {elsewhere: far4}}
                  far4: {role: csr, calendar: office, closed: {elsewhere: far5}}
                  far5: {role: csr, calendar: office, closed: {elsewhere: far6}}
                  far6: {role: csr, calendar: always}
                """;
        SopFaults thrown =
                catchThrowableOfType(
                        SopFaults.class, () -> sop(desks.replace("CLOSED", closed.strip())));
        assertThat(thrown.faults())
                .filteredOn(fault -> fault.path().startsWith("desks.one.closed"))
                .anySatisfy(fault -> assertThat(fault.message()).contains(said));
    }

    @Test
    void at_a_closing_desk_clocks_run_in_its_hours_unless_they_say_otherwise() {
        Sop sop =
                sop(
                        OFFICE
                                + """
                                  night: {role: csr, calendar: always}
                                clocks:
                                  reply: {requirement: R59, start: opened, stop: replied, breach: PT3M, calendar: always}
                                  legal: {requirement: R59, start: opened, stop: replied, breach: PT3M, calendar: always, deskCalendar: false}
                                """);
        assertThat(sop.calendarOf(sop.clock("reply"), "office")).isEqualTo("office");
        assertThat(sop.calendarOf(sop.clock("reply"), "night")).isEqualTo("always");
        assertThat(sop.calendarOf(sop.clock("reply"), null)).isEqualTo("always");
        assertThat(sop.calendarOf(sop.clock("legal"), "office")).isEqualTo("always");
    }

    /// Openings and closings alternate, and agree with what the calendar says of each moment.
    @Test
    void openings_and_closings_are_where_the_calendar_turns() {
        ZoneId zone = ZoneId.of("America/New_York");
        BusinessCalendar office =
                SopReader.read(
                                CALENDARS.replace("Europe/Berlin", zone.getId())
                                        + "desks:\n"
                                        + OFFICE)
                        .calendar("office");
        Instant at = Instant.parse("2026-02-01T03:17:00Z");
        for (int turn = 0; turn < 300; turn++) {
            boolean open = office.isOpen(at);
            Instant next = open ? office.closesAt(at).orElseThrow() : office.opensAt(at);
            assertThat(next).isAfter(at);
            assertThat(office.isOpen(next)).isEqualTo(!open);
            assertThat(office.isOpen(next.minusNanos(1))).isEqualTo(open);
            at = next;
        }
        assertThat(BusinessCalendar.always(zone).closesAt(at)).isEmpty();
        assertThat(List.of(BusinessCalendar.always(zone).opensAt(at))).containsExactly(at);
    }
}
