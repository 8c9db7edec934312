package io.chatkeeper.sop.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds out which time people mean: "tomorrow", "by 3 pm Friday", "on 12 May at 10:00", "within 48
/// hours". Works on wall-clock time; which zone's wall it is, the caller knows.
final class DueTimes {
    private static final LocalTime MORNING = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final int LONGEST_COUNT = 400;

    /// A date without a year that lay so shortly before is the past, not next year.
    private static final int JUST_PAST_DAYS = 60;

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "min", Duration.ofMinutes(1),
                    "hour", Duration.ofHours(1),
                    "hr", Duration.ofHours(1),
                    "day", Duration.ofDays(1),
                    "week", Duration.ofDays(7),
                    "wk", Duration.ofDays(7));
    private static final Map<String, Integer> COUNTS =
            Map.of(
                    "a", 1, "an", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "seven",
                    7, "ten", 10);

    private final Run run;
    private final LocalDateTime now;
    private final Function<LocalDate, LocalTime> dayEnds;
    private final boolean monthFirst;

    /// @param dayEnds when a day's work ends, for what names a day and no hour
    /// @param monthFirst whether 5/12 is the twelfth of May
    DueTimes(
            Run run,
            LocalDateTime now,
            Function<LocalDate, LocalTime> dayEnds,
            boolean monthFirst) {
        this.run = run;
        this.now = now;
        this.dayEnds = dayEnds;
        this.monthFirst = monthFirst;
    }

    /// The first time that the words name; nothing if they name none, or one that is past.
    Optional<LocalDateTime> first() {
        Optional<LocalDateTime> span = firstAt(this::spanAt);
        if (span.isPresent()) {
            return span;
        }
        Optional<LocalDate> day = firstAt(this::dayAt);
        Optional<LocalTime> time = firstAt(this::timeAt);
        if (day.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = day.orElse(now.toLocalDate());
        LocalDateTime due = date.atTime(time.orElseGet(() -> dayEnds.apply(date)));
        boolean laterToday = day.isEmpty() && !due.isAfter(now);
        return Optional.of(laterToday ? due.plusDays(1) : due).filter(at -> at.isAfter(now));
    }

    private interface Reading<T> {
        @Nullable T at(int word);
    }

    private <T> Optional<T> firstAt(Reading<T> reading) {
        for (int at = 0; at < run.size(); at++) {
            T found = reading.at(at);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private String word(int at) {
        return at >= 0 && at < run.size() ? run.word(at).low() : "";
    }

    /// `in two days`, `within 48 hours`.
    private @Nullable LocalDateTime spanAt(int at) {
        String lead = word(at);
        if (!lead.equals("in") && !lead.equals("within")) {
            return null;
        }
        int next = word(at + 1).equals("the") || word(at + 1).equals("next") ? at + 2 : at + 1;
        Integer count = count(word(next));
        int unitAt =
                word(next + 1).equals("working") || word(next + 1).equals("business")
                        ? next + 2
                        : next + 1;
        Duration unit = unit(word(unitAt));
        if (count == null || unit == null) {
            return null;
        }
        LocalDateTime due = now.plus(unit.multipliedBy(count)).truncatedTo(ChronoUnit.MINUTES);
        boolean days = unit.compareTo(Duration.ofDays(1)) >= 0;
        return days ? due.toLocalDate().atTime(dayEnds.apply(due.toLocalDate())) : due;
    }

    private static @Nullable Integer count(String word) {
        if (word.matches("[0-9]{1,3}") && Integer.parseInt(word) <= LONGEST_COUNT) {
            return Integer.parseInt(word);
        }
        return COUNTS.get(word);
    }

    private static @Nullable Duration unit(String word) {
        return UNITS.entrySet().stream()
                .filter(unit -> word.startsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate dayAt(int at) {
        String word = word(at);
        LocalDate today = now.toLocalDate();
        return switch (word) {
            case "tomorrow", "tmrw", "tmw", "tomo" -> today.plusDays(1);
            case "today", "tonight", "eod", "cob" -> today;
            case "week" ->
                    word(at - 1).equals("next")
                            ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                            : null;
            default -> namedDay(at);
        };
    }

    private @Nullable LocalDate namedDay(int at) {
        int weekday = DAYS.indexOf(start(word(at)));
        if (weekday >= 0 && Lexicon.ENGLISH.words("days").contains(word(at))) {
            return now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.of(weekday + 1)));
        }
        if (Lexicon.ENGLISH.words("months").contains(word(at))) {
            int month = MONTHS.indexOf(start(word(at))) + 1;
            Integer before = dayOfMonth(word(word(at - 1).equals("of") ? at - 2 : at - 1));
            Integer day = before == null ? dayOfMonth(word(at + 1)) : before;
            return day == null ? null : coming(month, day);
        }
        return word(at).matches("[0-9]{1,2}/[0-9]{1,2}(/[0-9]{2,4})?") ? slashed(word(at)) : null;
    }

    private static String start(String word) {
        return word.substring(0, Math.min(3, word.length())).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer dayOfMonth(String word) {
        return word.matches("[0-9]{1,2}(st|nd|rd|th)?")
                ? Integer.valueOf(word.replaceAll("[a-z]", ""))
                : null;
    }

    private @Nullable LocalDate slashed(String word) {
        String[] parts = word.split("/");
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        return monthFirst ? coming(first, second) : coming(second, first);
    }

    /// That day of this year, or of the next if it has passed long ago.
    private @Nullable LocalDate coming(int month, int day) {
        try {
            LocalDate date = LocalDate.of(now.getYear(), month, day);
            LocalDate today = now.toLocalDate();
            return date.isBefore(today.minusDays(JUST_PAST_DAYS)) ? date.plusYears(1) : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalTime timeAt(int at) {
        String word = word(at);
        return switch (word) {
            case "noon", "midday" -> LocalTime.NOON;
            case "morning", "a.m" -> word(at - 1).matches("[0-9:.]+") ? null : MORNING;
            case "afternoon" -> LocalTime.of(17, 0);
            case "evening" -> EVENING;
            default -> clockTime(at);
        };
    }

    /// `3 pm`, `3pm`, `10:30`, `at 15`.
    private @Nullable LocalTime clockTime(int at) {
        String word = word(at).replace('.', ':');
        String bare = word.replaceAll("(?<=[0-9])(?:a:?m|p:?m|h)$", "");
        if (!bare.matches("[0-9]{1,2}(:[0-9]{2})?")) {
            return null;
        }
        String half = word.length() > bare.length() ? word.substring(bare.length()) : word(at + 1);
        boolean pm = half.startsWith("p") && half.replaceAll("[.:]", "").equals("pm");
        boolean am = half.startsWith("a") && half.replaceAll("[.:]", "").equals("am");
        boolean announced =
                word(at - 1).matches("at|by|before|until|till|around") && bare.contains(":");
        if (!pm && !am && !announced && !bare.contains(":")) {
            return null;
        }
        try {
            LocalTime time =
                    LocalTime.of(
                            Integer.parseInt(bare.replaceAll(":.*", "")),
                            bare.contains(":") ? Integer.parseInt(bare.replaceAll(".*:", "")) : 0);
            return pm && time.getHour() < 12 ? time.plusHours(12) : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
