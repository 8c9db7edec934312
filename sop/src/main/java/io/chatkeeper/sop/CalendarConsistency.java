package io.chatkeeper.sop;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a calendar's hours make sense, and how much work fits into it.
final class CalendarConsistency {
    /// The most holidays of a calendar.
    static final int MAX_HOLIDAYS = 400;

    /// The most days that are holidays every year.
    static final int MAX_YEARLY = 60;

    /// The most holidays of one weekday in a year that an iCalendar file may name.
    private static final int MAX_OF_A_WEEKDAY = 12;

    /// How long a clock may take at the most, in weeks of its calendar; well below the horizon up
    /// to which a calendar looks for working time.
    private static final int LONGEST_CLOCK_IN_WEEKS = 520;

    /// For calendars that are always open, and for those whose hours are at fault already.
    private static final Duration NO_CLOSER_LIMIT = Duration.ofDays(7L * LONGEST_CLOCK_IN_WEEKS);

    private final FaultList faults;
    private final String path;
    private final Yaml calendar;

    CalendarConsistency(FaultList faults, String path, Yaml calendar) {
        this.faults = faults;
        this.path = path;
        this.calendar = calendar;
    }

    /// Reports what is wrong, and answers with the longest time a clock of this calendar may run.
    Duration check() {
        if (calendar.items("holidays").count() > MAX_HOLIDAYS) {
            faults.add(calendar, path + ".holidays", "Name at most " + MAX_HOLIDAYS + ".");
        }
        if (calendar.items("yearly").count() > MAX_YEARLY) {
            faults.add(calendar, path + ".yearly", "Name at most " + MAX_YEARLY + ".");
        }
        calendar.at("icalendar").ifPresent(this::holidayFile);
        calendar.at("holidayHours").ifPresent(hours -> day(path + ".holidayHours", hours));
        Map<String, Yaml.Entry> days = calendar.table("hours");
        Optional<Yaml> hours = calendar.at("hours");
        if (hours.isEmpty() || !(hours.get() instanceof Yaml.Table table)) {
            return NO_CLOSER_LIMIT;
        }
        if (days.values().stream().allMatch(day -> day.value().many().isEmpty())) {
            faults.add(table, path + ".hours", "A calendar must be open at some time.");
        }
        long minutes = 0;
        for (Map.Entry<String, Yaml.Entry> day : days.entrySet()) {
            minutes += day(path + ".hours." + day.getKey(), day.getValue().value());
        }
        return minutes == 0
                ? NO_CLOSER_LIMIT
                : Duration.ofMinutes(minutes * LONGEST_CLOCK_IN_WEEKS);
    }

    private void holidayFile(Yaml file) {
        try {
            file.text().map(HolidayFile::days).ifPresent(days -> mostlyOpen(file, days));
        } catch (IllegalArgumentException notOne) {
            faults.add(file, path + ".icalendar", String.valueOf(notOne.getMessage()));
        }
    }

    /// Whoever looks for working time must find it: few days of a year are holidays, and no weekday
    /// is one most of the time.
    private void mostlyOpen(Yaml file, Set<LocalDate> days) {
        Map<List<Object>, Long> perWeekday =
                days.stream()
                        .collect(
                                Collectors.groupingBy(
                                        day -> List.of(day.getYear(), day.getDayOfWeek()),
                                        Collectors.counting()));
        if (perWeekday.values().stream().anyMatch(count -> count > MAX_OF_A_WEEKDAY)) {
            faults.add(
                    file,
                    path + ".icalendar",
                    "At most "
                            + MAX_OF_A_WEEKDAY
                            + " days of a year that fall on the same weekday can be holidays.");
        }
    }

    private int day(String where, Yaml day) {
        List<OpenHours> open = new ArrayList<>();
        for (Yaml item : day.many()) {
            item.text()
                    .filter(hours -> hours.matches(SopShape.HOURS.regex()))
                    .map(SopBuilder::minutes)
                    .ifPresent(ends -> stretch(where, item, ends[0], ends[1], open));
        }
        return open.stream().mapToInt(hours -> hours.to() - hours.from()).sum();
    }

    private void stretch(String where, Yaml item, int from, int to, List<OpenHours> open) {
        if (from >= to) {
            faults.add(
                    item,
                    where,
                    "Hours end after they begin; split a night at midnight, 24:00 and 00:00.");
        } else if (open.stream().anyMatch(hours -> from < hours.to() && hours.from() < to)) {
            faults.add(item, where, "These hours overlap with others of the day.");
        } else {
            open.add(new OpenHours(from, to));
        }
    }
}
