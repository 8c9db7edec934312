package io.chatkeeper.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line of the report on promises. What the line is not told apart by is null; what nobody knows
/// is empty.
///
/// @param day on which the promise was settled, in the time zone of its desk
/// @param desk at which it was given
/// @param agent to whom it fell, or else who met it; empty if it fell to nobody in particular
/// @param sop the version under which it was given, `id@version`
/// @param kept how many were met in time, those included whose breach was withdrawn (P7)
/// @param broken how many ran out, met later or not
public record ClockTally(
        @Nullable LocalDate day,
        @Nullable String clock,
        @Nullable String desk,
        @Nullable String agent,
        @Nullable String sop,
        long kept,
        long broken) {
    /// By day, then by clock, desk, agent and version.
    public static final Comparator<ClockTally> ORDER =
            Comparator.comparing(ClockTally::day, first())
                    .thenComparing(ClockTally::clock, first())
                    .thenComparing(ClockTally::desk, first())
                    .thenComparing(ClockTally::agent, first())
                    .thenComparing(ClockTally::sop, first());

    /// The same, told apart by no more than this.
    public ClockTally by(Set<ClockDimension> wanted) {
        return new ClockTally(
                wanted.contains(ClockDimension.DAY) ? day : null,
                wanted.contains(ClockDimension.CLOCK) ? clock : null,
                wanted.contains(ClockDimension.DESK) ? desk : null,
                wanted.contains(ClockDimension.AGENT) ? agent : null,
                wanted.contains(ClockDimension.SOP) ? sop : null,
                kept,
                broken);
    }

    /// What two lines have in common that are to be one.
    public ClockTally line() {
        return new ClockTally(day, clock, desk, agent, sop, 0, 0);
    }

    /// Both together, as the one line they are.
    public ClockTally plus(ClockTally more) {
        return new ClockTally(day, clock, desk, agent, sop, kept + more.kept, broken + more.broken);
    }

    /// What stands in the column of that name.
    public String cell(ClockDimension column) {
        Object cell =
                switch (column) {
                    case DAY -> day;
                    case CLOCK -> clock;
                    case DESK -> desk;
                    case AGENT -> agent;
                    case SOP -> sop;
                };
        return cell == null ? "" : cell.toString();
    }

    private static <T extends Comparable<? super T>> Comparator<@Nullable T> first() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }
}
