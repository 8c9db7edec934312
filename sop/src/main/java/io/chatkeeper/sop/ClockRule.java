package io.chatkeeper.sop;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A time limit: what starts it, what meets it, what makes it pointless, and what follows when it
/// runs out. Times are working time of the calendar.
///
/// @param label what people read
/// @param requirement the requirement it serves, such as `R49`
/// @param origin where the numbers come from when no requirement gives them (the file's `source`)
/// @param cancel what ends the clock without judging it; never an escalation
/// @param warn how long after the start a warning is due; null warns nobody
/// @param perTransfer whether each transfer has a clock of its own (its start is `transferred`)
/// @param again whether it starts anew each time its start happens after it has ended; otherwise
///   once in a chat
public record ClockRule(
        String name,
        String label,
        String requirement,
        @Nullable String origin,
        Set<Occurrence> start,
        Set<Occurrence> stop,
        Set<Occurrence> cancel,
        @Nullable Duration warn,
        Duration breach,
        String calendar,
        List<ClockAction> onWarn,
        List<ClockAction> onBreach,
        boolean perTransfer,
        boolean again) {
    /// Keeps the file's order and lets nobody change what was read.
    public ClockRule {
        start = Ordered.copy(start);
        stop = Ordered.copy(stop);
        cancel = Ordered.copy(cancel);
        onWarn = List.copyOf(onWarn);
        onBreach = List.copyOf(onBreach);
    }
}
