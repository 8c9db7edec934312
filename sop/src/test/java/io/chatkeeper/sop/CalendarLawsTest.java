package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every calendar, against ten years counted minute by minute in five zones: two
/// halves of the earth, a change of half an hour, an offset of three quarters and none at all.
class CalendarLawsTest {
    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final int MINUTES =
            (int) Duration.between(FIRST, Instant.parse("2032-01-01T00:00:00Z")).toMinutes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "UTC"
            })
    void it_equals_ten_years_counted_minute_by_minute(String zone) {
        Random random = new Random(zone.hashCode());
        BusinessCalendar calendar = anyCalendar(random, ZoneId.of(zone));
        int[] counted = counted(calendar);
        for (int i = 0; i < 3_000; i++) {
            int from = anyMinute(random, calendar.zone());
            int length = 1 + random.nextInt(i % 10 == 0 ? 400_000 : 6_000);
            int due = firstAfter(counted, from, length);
            String as = "case %d: %s from %s + %d min".formatted(i, calendar, at(from), length);
            assertThat(calendar.isOpen(at(from)))
                    .as(as)
                    .isEqualTo(counted[from + 1] > counted[from]);
            if (due <= MINUTES) {
                assertThat(calendar.plus(at(from), Duration.ofMinutes(length)))
                        .as(as)
                        .isEqualTo(at(due));
            }
            int to = Math.min(MINUTES, from + length);
            assertThat(calendar.between(at(from), at(to)))
                    .as(as)
                    .isEqualTo(Duration.ofMinutes(counted[to] - counted[from]));
        }
    }

    /// Monotone in both, additive, never due outside hours, and undone by its inverse.
    @Test
    void its_laws_hold_for_any_calendar_moment_and_length() {
        Random random = new Random(6);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 4_000; i++) {
            BusinessCalendar calendar =
                    anyCalendar(random, ZoneId.of(zones.get(random.nextInt(zones.size()))));
            Instant from =
                    at(anyMinute(random, calendar.zone())).plusMillis(random.nextInt(60_000));
            Duration one = Duration.ofMillis(1 + random.nextInt(200_000_000));
            Duration two = Duration.ofMillis(1 + random.nextInt(200_000_000));
            Instant due = calendar.plus(from, one);
            String as = "case %d: %s from %s + %s + %s".formatted(i, calendar, from, one, two);
            assertThat(calendar.plus(due, two))
                    .as(as)
                    .isEqualTo(calendar.plus(from, one.plus(two)));
            assertThat(calendar.plus(from.plus(two), one)).as(as).isAfterOrEqualTo(due);
            assertThat(calendar.plus(from, one.plus(two))).as(as).isAfter(due);
            assertThat(calendar.isOpen(due.minusNanos(1))).as(as).isTrue();
            assertThat(calendar.between(from, due)).as(as).isEqualTo(one);
        }
    }

    @Test
    void a_day_of_every_year_is_a_holiday_every_year() {
        BusinessCalendar calendar =
                new BusinessCalendar(
                        ZoneOffset.UTC,
                        BusinessCalendar.daily(List.of(new OpenHours(540, 1020))),
                        Set.of(),
                        Set.of(MonthDay.of(12, 25), MonthDay.of(2, 29)),
                        List.of(new OpenHours(600, 660)));
        assertThat(calendar.isHoliday(LocalDate.of(2031, 12, 25))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(2027, 3, 1))).isFalse();
        assertThat(calendar.between(utc("2031-12-25T00:00"), utc("2031-12-26T00:00")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(calendar.between(utc("2031-12-26T00:00"), utc("2031-12-25T00:00")))
                .isEqualTo(Duration.ZERO);
    }

    private static Instant utc(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    private static Instant at(int minute) {
        return FIRST.plusSeconds(60L * minute);
    }

    /// How many open minutes lie before each minute, told by nothing but the wall clock.
    private static int[] counted(BusinessCalendar calendar) {
        int[] counted = new int[MINUTES + 1];
        ZoneRules rules = calendar.zone().getRules();
        for (int i = 0; i < MINUTES; i++) {
            Instant at = at(i);
            LocalDateTime wall =
                    LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, rules.getOffset(at));
            counted[i + 1] = counted[i] + (onTheWall(calendar, wall) ? 1 : 0);
        }
        return counted;
    }

    private static boolean onTheWall(BusinessCalendar calendar, LocalDateTime wall) {
        int minute = wall.getHour() * 60 + wall.getMinute();
        boolean holiday =
                calendar.holidays().contains(wall.toLocalDate())
                        || calendar.yearly().contains(MonthDay.from(wall));
        List<OpenHours> hours =
                holiday ? calendar.holidayHours() : calendar.week().get(wall.getDayOfWeek());
        for (OpenHours open : hours) {
            if (open.from() <= minute && minute < open.to()) {
                return true;
            }
        }
        return false;
    }

    private static int firstAfter(int[] counted, int from, int length) {
        int low = from;
        int high = MINUTES + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (middle <= MINUTES && counted[middle] - counted[from] < length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Half of them within two days of a change of the clocks.
    private static int anyMinute(Random random, ZoneId zone) {
        int any = random.nextInt(2_880, MINUTES - 10_000);
        var change = zone.getRules().nextTransition(at(any));
        if (change == null || random.nextBoolean()) {
            return any;
        }
        int near =
                (int) Duration.between(FIRST, change.getInstant()).toMinutes()
                        + random.nextInt(-2_880, 120);
        return near >= MINUTES ? any : near;
    }

    private static BusinessCalendar anyCalendar(Random random, ZoneId zone) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, anyDay(random));
        }
        week.put(DayOfWeek.SUNDAY, List.of(new OpenHours(30, 90), new OpenHours(100, 250)));
        Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 11, 1));
        return new BusinessCalendar(
                zone, week, holidays, Set.of(MonthDay.of(12, 25)), anyDay(random));
    }

    private static List<OpenHours> anyDay(Random random) {
        List<OpenHours> day = new ArrayList<>();
        int at = random.nextInt(0, 900);
        for (int i = random.nextInt(0, 4); i > 0 && at < 1_300; i--) {
            int to = random.nextInt(at + 1, OpenHours.DAY + 1);
            day.add(new OpenHours(at, to));
            at = to + random.nextInt(0, 90);
        }
        return day;
    }
}
