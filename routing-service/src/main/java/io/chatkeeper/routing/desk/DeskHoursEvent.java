package io.chatkeeper.routing.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A desk has opened or closed by its calendar. A desk that never closes has none of these.
public sealed interface DeskHoursEvent extends DeskEvent.OfHours {
    /// @param closesAt when it closes again; null if that is not within a year or so
    record DeskOpened(String deskId, @Nullable Instant closesAt) implements DeskHoursEvent {}

    /// @param opensAt when its line is served again
    record DeskClosed(String deskId, Instant opensAt) implements DeskHoursEvent {}
}
