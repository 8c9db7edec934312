package io.chatkeeper.sop;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When people work. It is open exactly when the clock on the wall of its zone shows open hours of
/// the day; in the night when an hour is repeated or left out, that rule still holds.
///
/// @param holidays days on which the week's hours don't hold
/// @param yearly such days of every year; the 29th of February only comes in leap years
/// @param holidayHours the hours that hold on them instead; none if they are free
public record BusinessCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<OpenHours>> week,
        Set<LocalDate> holidays,
        Set<MonthDay> yearly,
        List<OpenHours> holidayHours) {
    /// How far ahead work is looked for before a calendar counts as never open.
    static final Duration HORIZON = Duration.ofDays(20 * 366L);

    /// How far ahead the end of working time is looked for.
    static final Duration LONGEST_OPEN = Duration.ofDays(400);

    /// @throws IllegalArgumentException if it is never open
    public BusinessCalendar {
        Map<DayOfWeek, List<OpenHours>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) ->
                sorted.put(
                        day,
                        hours.stream().sorted(Comparator.comparing(OpenHours::from)).toList()));
        if (sorted.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a calendar that is never open");
        }
        week = Collections.unmodifiableMap(sorted);
        holidays = Set.copyOf(holidays);
        yearly = Set.copyOf(yearly);
        holidayHours = holidayHours.stream().sorted(Comparator.comparing(OpenHours::from)).toList();
    }

    /// A calendar whose holidays are single days, and free.
    public BusinessCalendar(
            ZoneId zone, Map<DayOfWeek, List<OpenHours>> week, Set<LocalDate> holidays) {
        this(zone, week, holidays, Set.of(), List.of());
    }

    /// Open day and night.
    public static BusinessCalendar always(ZoneId zone) {
        return new BusinessCalendar(zone, daily(List.of(OpenHours.ALL_DAY)), Set.of());
    }

    static Map<DayOfWeek, List<OpenHours>> daily(List<OpenHours> hours) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours);
        }
        return week;
    }

    /// The moment at which this much working time has passed. Work that ends with the day ends at
    /// closing time, not at the next opening; no work at all ends where it began.
    ///
    /// @throws IllegalArgumentException if the work is negative or lies beyond twenty years
    public Instant plus(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("negative working time: " + work);
        }
        Duration left = work;
        Stretch stretch = firstStretch(from);
        Instant horizon = from.plus(HORIZON);
        while (!left.isZero()) {
            if (stretch.from.isAfter(horizon)) {
                throw new IllegalArgumentException("more working time than in twenty years");
            }
            for (OpenHours hours : hoursOf(stretch.date)) {
                Instant open = later(stretch.from, stretch.at(hours.from()));
                Instant close = earlier(stretch.to, stretch.at(hours.to()));
                Duration worked = Duration.between(open, close);
                if (worked.compareTo(left) >= 0) {
                    return open.plus(left);
                }
                left = worked.isNegative() ? left : left.minus(worked);
            }
            stretch = firstStretch(stretch.to);
        }
        return from;
    }

    /// How much working time lies between two moments: the inverse of `plus`. None if the second is
    /// not after the first.
    ///
    /// @throws IllegalArgumentException if they lie more than twenty years apart
    public Duration between(Instant from, Instant to) {
        if (to.isAfter(from.plus(HORIZON))) {
            throw new IllegalArgumentException("more than twenty years: " + from + " to " + to);
        }
        Duration worked = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            Stretch stretch = firstStretch(at);
            for (OpenHours hours : hoursOf(stretch.date)) {
                Instant open = later(stretch.from, stretch.at(hours.from()));
                Instant close = earlier(earlier(stretch.to, to), stretch.at(hours.to()));
                worked = open.isBefore(close) ? worked.plus(Duration.between(open, close)) : worked;
            }
            at = stretch.to;
        }
        return worked;
    }

    /// Whether the hours of holidays hold on this day of the zone.
    public boolean isHoliday(LocalDate date) {
        return holidays.contains(date) || yearly.contains(MonthDay.from(date));
    }

    /// Whether somebody works at this moment.
    public boolean isOpen(Instant at) {
        Stretch stretch = firstStretch(at);
        return hoursOf(stretch.date).stream()
                .anyMatch(hours ->
                        !at.isBefore(stretch.at(hours.from()))
                                && at.isBefore(stretch.at(hours.to())));
    }

    /// The first moment from then on at which somebody works: the moment itself if somebody does.
    ///
    /// @throws IllegalArgumentException if nobody does within twenty years
    public Instant opensAt(Instant at) {
        Instant horizon = at.plus(HORIZON);
        Stretch stretch = firstStretch(at);
        while (!stretch.from.isAfter(horizon)) {
            for (OpenHours hours : hoursOf(stretch.date)) {
                Instant open = later(stretch.from, stretch.at(hours.from()));
                if (open.isBefore(earlier(stretch.to, stretch.at(hours.to())))) {
                    return open;
                }
            }
            stretch = firstStretch(stretch.to);
        }
        throw new IllegalArgumentException("closed for more than twenty years");
    }

    /// The first moment from then on at which nobody works: the moment itself if nobody does. Empty
    /// if that does not come within [#LONGEST_OPEN].
    public Optional<Instant> closesAt(Instant at) {
        Instant end = at;
        while (isOpen(end)) {
            if (end.isAfter(at.plus(LONGEST_OPEN))) {
                return Optional.empty();
            }
            Stretch stretch = firstStretch(end);
            Instant now = end;
            end =
                    hoursOf(stretch.date).stream()
                            .map(hours -> earlier(stretch.to, stretch.at(hours.to())))
                            .filter(close -> close.isAfter(now))
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
        }
        return Optional.of(end);
    }

    private List<OpenHours> hoursOf(LocalDate date) {
        return isHoliday(date) ? holidayHours : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /// From a moment to the end of its day or to the next change of the zone's offset: a stretch in
    /// which the wall clock runs evenly.
    private Stretch firstStretch(Instant from) {
        ZoneOffset offset = zone.getRules().getOffset(from);
        LocalDate date = LocalDateTime.ofInstant(from, offset).toLocalDate();
        Instant midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        Instant to = change == null ? midnight : earlier(midnight, change.getInstant());
        return new Stretch(from, to, date, offset);
    }

    private record Stretch(Instant from, Instant to, LocalDate date, ZoneOffset offset) {
        Instant at(int minutes) {
            return date.atStartOfDay().plusMinutes(minutes).toInstant(offset);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
