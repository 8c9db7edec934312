package io.chatkeeper.sop;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A time limit: what starts it, what meets it, what makes it pointless, and what follows when it
/// runs out. Times are working time of the calendar.
///
/// @param label what people read
/// @param requirement the requirement it serves, such as `R49`
/// @param origin where the numbers come from when no requirement gives them (the file's `source`)
/// @param cancel what ends the clock without judging it; never an escalation
/// @param pause what halts it; what is left of it stays
/// @param resume what lets it go on
/// @param warn how long after the start a warning is due; null warns nobody
/// @param perTransfer whether each transfer has a clock of its own (its start is `transferred`)
/// @param again whether it starts anew each time its start happens after it has ended; otherwise
///   once in a chat
/// @param perFollowUp whether each promise has a clock of its own, which runs out when the promise
///   is due if it names a time (its start is `follow-up-promised`)
/// @param hours whose calendar counts
/// @param repeat how often what a breach asks for is done again while it stays broken; null for
///   once
public record ClockRule(
        String name,
        String label,
        String requirement,
        @Nullable String origin,
        Set<Occurrence> start,
        Set<Occurrence> stop,
        Set<Occurrence> cancel,
        Set<Occurrence> pause,
        Set<Occurrence> resume,
        @Nullable Duration warn,
        Duration breach,
        String calendar,
        List<ClockAction> onWarn,
        List<ClockAction> onBreach,
        boolean perTransfer,
        boolean again,
        boolean perFollowUp,
        Hours hours,
        @Nullable Repeat repeat) {
    /// Whose calendar a clock runs by, where the chat is at a desk of this file; its own otherwise.
    public enum Hours {
        /// Its own, whatever the desk.
        OWN,
        /// That of a desk which opens and closes; so no clock runs out while nobody may work on the
        /// chat.
        CLOSING_DESK,
        /// That of the desk.
        DESK
    }

    /// @param every after so much working time
    /// @param most so often, besides the breach itself
    public record Repeat(Duration every, int most) {}

    /// With these somebody of a desk has the chat from then on.
    public static final Set<Occurrence> MOVES =
            Set.of(
                    Occurrence.ASSIGNED,
                    Occurrence.ACKNOWLEDGED,
                    Occurrence.TAKEN_OVER,
                    Occurrence.REOPENED);

    /// Keeps the file's order and lets nobody change what was read.
    public ClockRule {
        start = Ordered.copy(start);
        stop = Ordered.copy(stop);
        cancel = Ordered.copy(cancel);
        pause = Ordered.copy(pause);
        resume = Ordered.copy(resume);
        onWarn = List.copyOf(onWarn);
        onBreach = List.copyOf(onBreach);
    }

    /// The words for the customer, with the reference where `{reference}` stands.
    public static String words(ClockAction.Inform inform, String reference) {
        return Placeholders.fill(inform.message(), Map.of("reference", reference));
    }

    /// Whether this happening can do anything to such a clock.
    public boolean hears(Occurrence occurrence) {
        return start.contains(occurrence)
                || stop.contains(occurrence)
                || cancel.contains(occurrence)
                || pause.contains(occurrence)
                || resume.contains(occurrence)
                || movesWithDesk() && MOVES.contains(occurrence);
    }

    /// Whether another desk may mean another calendar.
    public boolean movesWithDesk() {
        return hours != Hours.OWN;
    }
}
