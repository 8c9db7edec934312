package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class HolidayFileTest {
    private static String file(String... lines) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\nBEGIN:VEVENT\nUID:1\n"
                + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    @Test
    void a_day_is_a_day_whatever_the_zone_of_the_machine() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(HolidayFile.days(file("DTSTART;VALUE=DATE:20261225")))
                        .containsExactly(LocalDate.of(2026, 12, 25));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void the_end_is_not_part_of_it() {
        assertThat(
                        HolidayFile.days(
                                file("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 12, 24),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
    }

    @Test
    void the_fourth_thursday_of_november_comes_every_year_but_one() {
        assertThat(
                        HolidayFile.days(
                                file(
                                        "DTSTART;VALUE=DATE:19701126",
                                        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
                                        "EXDATE;VALUE=DATE:20271125")))
                .contains(
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2028, 11, 23),
                        LocalDate.of(2060, 11, 25))
                .doesNotContain(LocalDate.of(2027, 11, 25), LocalDate.of(2026, 11, 25))
                .hasSizeLessThan(70);
    }

    @Test
    void what_was_called_off_is_no_holiday() {
        assertThat(HolidayFile.days(file("DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED")))
                .isEmpty();
    }

    @Test
    void what_is_no_file_of_holidays_is_refused_with_a_reason() {
        refused("hello", "no iCalendar");
        refused(file("SUMMARY:no day"), "whole days");
        refused(file("DTSTART:20261225T100000Z"), "whole days");
        refused(file("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=SECONDLY"), "yearly");
        refused(file("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20271225"), "lasts");
        refused(file("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY;BYSECOND=1,2,3"), "yearly");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> HolidayFile.days(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
