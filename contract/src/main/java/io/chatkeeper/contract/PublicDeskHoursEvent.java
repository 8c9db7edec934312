package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A desk has opened or closed by the calendar of its procedure. Of a desk that never closes
/// nothing is heard.
public sealed interface PublicDeskHoursEvent extends PublicDeskEvent.OfHours {
    /// @param closesAt when it closes again; null if that is not within a year or so
    record DeskOpened(String deskId, @Nullable Instant closesAt) implements PublicDeskHoursEvent {}

    /// @param opensAt when its line is served again
    record DeskClosed(String deskId, Instant opensAt) implements PublicDeskHoursEvent {}
}
