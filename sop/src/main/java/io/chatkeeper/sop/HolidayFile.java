package io.chatkeeper.sop;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// The holidays in the text of an iCalendar file (RFC 5545): its events of whole days. A rule that
/// repeats one every year is followed from 2020 on, for sixty times.
final class HolidayFile {
    /// The longest text, in characters.
    static final int MAX_LENGTH = 60_000;

    private static final int MAX_EVENTS = 400;
    private static final int MAX_DAYS = 31;
    private static final int MAX_REPEATS = 60;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private HolidayFile() {}

    /// @throws IllegalArgumentException if it is not such a file; the message is for whoever wrote
    ///   it
    static Set<LocalDate> days(String text) {
        ICalendar file = Biweekly.parse(text).first();
        if (file == null || file.getEvents().isEmpty()) {
            throw new IllegalArgumentException("This is no iCalendar file with events.");
        }
        if (file.getEvents().size() > MAX_EVENTS) {
            throw new IllegalArgumentException("Name at most " + MAX_EVENTS + " events.");
        }
        Set<LocalDate> days = new HashSet<>();
        for (VEvent event : file.getEvents()) {
            if (event.getStatus() == null || !event.getStatus().isCancelled()) {
                addDays(event, days);
            }
        }
        return days;
    }

    private static void addDays(VEvent event, Set<LocalDate> days) {
        LocalDate first =
                day(event.getDateStart() == null ? null : event.getDateStart().getValue());
        long length = length(event, first);
        Set<LocalDate> left = leftOut(event);
        for (LocalDate start : starts(event, first)) {
            if (!left.contains(start)) {
                start.datesUntil(start.plusDays(length)).forEach(days::add);
            }
        }
    }

    /// The end of a whole-day event is the first day after it.
    private static long length(VEvent event, LocalDate first) {
        long length = 1;
        if (event.getDateEnd() != null) {
            length = ChronoUnit.DAYS.between(first, day(event.getDateEnd().getValue()));
        } else if (event.getDuration() != null) {
            length =
                    event.getDuration().getValue().toMillis()
                            / ChronoUnit.DAYS.getDuration().toMillis();
        }
        if (length < 1 || length > MAX_DAYS) {
            throw new IllegalArgumentException("A holiday lasts 1 to " + MAX_DAYS + " days.");
        }
        return length;
    }

    private static Set<LocalDate> starts(VEvent event, LocalDate first) {
        Set<LocalDate> starts = new HashSet<>(List.of(first));
        RecurrenceRule rule = event.getRecurrenceRule();
        if (rule == null) {
            return starts;
        }
        DateIterator each = yearly(rule.getValue()).getDateIterator(date(first), UTC);
        each.advanceTo(date(FIRST));
        for (int i = 0; i < MAX_REPEATS && each.hasNext(); i++) {
            Instant next = each.next().toInstant();
            starts.add(LocalDate.ofInstant(next, ZoneOffset.UTC));
        }
        return starts;
    }

    private static Recurrence yearly(@Nullable Recurrence rule) {
        if (rule == null
                || rule.getFrequency() != Frequency.YEARLY
                || !rule.getByHour().isEmpty()
                || !rule.getByMinute().isEmpty()
                || !rule.getBySecond().isEmpty()) {
            throw new IllegalArgumentException("Holidays repeat yearly (FREQ=YEARLY) or not.");
        }
        return rule;
    }

    private static Set<LocalDate> leftOut(VEvent event) {
        Set<LocalDate> days = new HashSet<>();
        for (ExceptionDates dates : event.getExceptionDates()) {
            dates.getValues().forEach(date -> days.add(day(date)));
        }
        return days;
    }

    /// Reads what is written, so that no time zone can shift it.
    private static LocalDate day(@Nullable ICalDate date) {
        DateTimeComponents written = date == null ? null : date.getRawComponents();
        if (date == null || written == null || date.hasTime()) {
            throw new IllegalArgumentException("A holiday is whole days (VALUE=DATE).");
        }
        return LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
