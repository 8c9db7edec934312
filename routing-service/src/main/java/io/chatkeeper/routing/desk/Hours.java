package io.chatkeeper.routing.desk;

import io.chatkeeper.routing.desk.DeskHoursEvent.DeskClosed;
import io.chatkeeper.routing.desk.DeskHoursEvent.DeskOpened;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the desk is open, as its stream says it. Every command looks first whether the calendar
/// says something else by now, so that a wake-up which comes late lets nobody in or out.
///
/// @param opensAt when the desk opens again; null while it is open
/// @param closesAt when it closes; null while it is closed, and if it does not close
record Hours(@Nullable Instant opensAt, @Nullable Instant closesAt) {
    /// Open, and never closed.
    static final Hours ALWAYS = new Hours(null, null);

    static Hours after(DeskHoursEvent event) {
        return switch (event) {
            case DeskOpened opened -> new Hours(null, opened.closesAt());
            case DeskClosed closed -> new Hours(closed.opensAt(), null);
        };
    }

    /// When the next turn is due; null if none is.
    @Nullable Instant turnsAt() {
        return opensAt == null ? closesAt : opensAt;
    }

    /// What has to be recorded because the calendar says something else at that time.
    ///
    /// @param owner the procedure that owns the desk; null if none does any more
    Optional<DeskHoursEvent> turned(String deskId, @Nullable Sop owner, Instant at) {
        Hours now = owner == null ? ALWAYS : at(owner, deskId, at);
        if (now.equals(this)) {
            return Optional.empty();
        }
        return Optional.of(
                now.opensAt == null
                        ? new DeskOpened(deskId, now.closesAt)
                        : new DeskClosed(deskId, Objects.requireNonNull(now.opensAt)));
    }

    private static Hours at(Sop owner, String deskId, Instant at) {
        return DeskHours.opensAt(owner, deskId, at)
                .map(opens -> new Hours(opens, null))
                .orElseGet(
                        () -> new Hours(null, DeskHours.closesAt(owner, deskId, at).orElse(null)));
    }
}
