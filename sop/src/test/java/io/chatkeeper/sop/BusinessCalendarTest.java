package io.chatkeeper.sop;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OpenHours NINE_TO_FIVE = new OpenHours(9 * 60, 17 * 60);
    private static final OpenHours NIGHT = new OpenHours(0, 4 * 60);

    private static Instant newYork(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), NEW_YORK).toInstant();
    }

    private static BusinessCalendar weekdays(LocalDate... holidays) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day = MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.put(day, List.of(NINE_TO_FIVE));
        }
        return new BusinessCalendar(NEW_YORK, week, Set.of(holidays));
    }

    @Test
    void always_open_means_plain_time() {
        BusinessCalendar always = BusinessCalendar.always(NEW_YORK);
        Instant from = newYork("2026-03-07T23:00");
        assertThat(always.plus(from, Duration.ofDays(3))).isEqualTo(from.plus(Duration.ofDays(3)));
        assertThat(always.isOpen(from)).isTrue();
    }

    @Test
    void work_goes_on_the_next_morning() {
        assertThat(weekdays().plus(newYork("2026-11-23T16:50"), Duration.ofMinutes(15)))
                .isEqualTo(newYork("2026-11-24T09:05"));
    }

    @Test
    void work_goes_on_after_the_weekend_and_the_holiday() {
        BusinessCalendar calendar = weekdays(LocalDate.of(2026, 12, 28));
        assertThat(calendar.plus(newYork("2026-12-25T17:00"), Duration.ofMinutes(30)))
                .isEqualTo(newYork("2026-12-29T09:30"));
        assertThat(calendar.isOpen(newYork("2026-12-28T10:00"))).isFalse();
    }

    @Test
    void work_that_ends_with_the_day_ends_at_closing_time() {
        assertThat(weekdays().plus(newYork("2026-11-23T16:45"), Duration.ofMinutes(15)))
                .isEqualTo(newYork("2026-11-23T17:00"));
    }

    @Test
    void no_work_ends_where_it_began_even_when_closed() {
        Instant night = newYork("2026-11-23T03:00");
        assertThat(weekdays().plus(night, Duration.ZERO)).isEqualTo(night);
    }

    @Test
    void opening_time_is_open_and_closing_time_is_not() {
        assertThat(weekdays().isOpen(newYork("2026-11-23T09:00"))).isTrue();
        assertThat(weekdays().isOpen(newYork("2026-11-23T17:00"))).isFalse();
    }

    @Test
    void a_lunch_break_does_not_count() {
        BusinessCalendar split =
                new BusinessCalendar(
                        NEW_YORK,
                        Map.of(TUESDAY, List.of(new OpenHours(780, 1020), new OpenHours(540, 720))),
                        Set.of());
        assertThat(split.plus(newYork("2026-11-24T11:50"), Duration.ofMinutes(15)))
                .isEqualTo(newYork("2026-11-24T13:05"));
        assertThat(split.isOpen(newYork("2026-11-24T12:30"))).isFalse();
    }

    @Test
    void an_hour_that_is_left_out_in_spring_is_not_worked() {
        BusinessCalendar nights =
                new BusinessCalendar(NEW_YORK, Map.of(SUNDAY, List.of(NIGHT)), Set.of());
        assertThat(nights.plus(newYork("2026-03-08T00:00"), Duration.ofHours(3)))
                .isEqualTo(newYork("2026-03-08T04:00"));
    }

    @Test
    void an_hour_that_is_repeated_in_autumn_is_worked_twice() {
        BusinessCalendar nights =
                new BusinessCalendar(NEW_YORK, Map.of(SUNDAY, List.of(NIGHT)), Set.of());
        assertThat(nights.plus(newYork("2026-11-01T00:00"), Duration.ofHours(5)))
                .isEqualTo(newYork("2026-11-01T04:00"));
    }

    @Test
    void a_shift_across_midnight_is_two_stretches() {
        BusinessCalendar late =
                new BusinessCalendar(
                        BERLIN,
                        Map.of(
                                FRIDAY,
                                List.of(new OpenHours(22 * 60, OpenHours.DAY)),
                                DayOfWeek.SATURDAY,
                                List.of(new OpenHours(0, 6 * 60))),
                        Set.of());
        Instant friday = ZonedDateTime.of(2026, 11, 27, 23, 30, 0, 0, BERLIN).toInstant();
        assertThat(late.plus(friday, Duration.ofHours(1))).isEqualTo(friday.plusSeconds(3600));
    }

    @Test
    void what_can_never_be_worked_is_refused() {
        assertThatThrownBy(
                        () -> new BusinessCalendar(NEW_YORK, Map.of(MONDAY, List.of()), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weekdays().plus(Instant.EPOCH, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weekdays().plus(Instant.EPOCH, Duration.ofDays(20_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Counts minutes one by one, with nothing but the wall clock.
    @Test
    void it_agrees_with_counting_minute_by_minute() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            BusinessCalendar calendar = anyCalendar(random);
            Instant from = anyMoment(random, calendar.zone());
            int minutes = random.nextInt(1, 1_500);
            Instant expected = counted(calendar, from, minutes);
            assertThat(calendar.plus(from, Duration.ofMinutes(minutes)))
                    .as("seed %d case %d: %s from %s + %d min", seed, i, calendar, from, minutes)
                    .isEqualTo(expected);
        }
    }

    private static Instant counted(BusinessCalendar calendar, Instant from, int minutes) {
        Instant at = from;
        int left = minutes;
        while (left > 0) {
            boolean open = onTheWall(calendar, at);
            assertThat(calendar.isOpen(at)).isEqualTo(open);
            left -= open ? 1 : 0;
            at = at.plusSeconds(60);
        }
        return at;
    }

    private static boolean onTheWall(BusinessCalendar calendar, Instant at) {
        ZonedDateTime wall = at.atZone(calendar.zone());
        int minute = wall.getHour() * 60 + wall.getMinute();
        return !calendar.holidays().contains(wall.toLocalDate())
                && calendar.week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                        .anyMatch(hours -> hours.from() <= minute && minute < hours.to());
    }

    private static BusinessCalendar anyCalendar(Random random) {
        List<String> zones =
                List.of(
                        "America/New_York",
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "UTC",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Africa/Casablanca");
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, anyDay(random));
        }
        week.put(SUNDAY, List.of(new OpenHours(random.nextInt(0, 200), random.nextInt(201, 1441))));
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            holidays.add(LocalDate.of(2026, random.nextInt(1, 13), random.nextInt(1, 29)));
        }
        return new BusinessCalendar(zone, week, holidays);
    }

    private static List<OpenHours> anyDay(Random random) {
        List<OpenHours> day = new ArrayList<>();
        int at = random.nextInt(0, 900);
        for (int i = random.nextInt(0, 3); i > 0 && at < 1_300; i--) {
            int to = random.nextInt(at + 1, OpenHours.DAY + 1);
            day.add(new OpenHours(at, to));
            at = to + random.nextInt(1, 90);
        }
        return day;
    }

    /// Half of them within two days of a change of the clocks.
    private static Instant anyMoment(Random random, ZoneId zone) {
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        Instant any = year.plusSeconds(60L * random.nextInt(0, 525_600));
        var change = zone.getRules().nextTransition(any);
        return change == null || random.nextBoolean()
                ? any
                : change.getInstant().plusSeconds(60L * random.nextInt(-2_880, 120));
    }
}
