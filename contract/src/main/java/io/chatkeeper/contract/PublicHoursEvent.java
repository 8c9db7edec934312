package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a chat outside the hours of the desk it came to.
public sealed interface PublicHoursEvent extends PublicChatEvent.OfHours {
    /// The chat, or its transfer, came to a desk that was closed.
    ///
    /// @param asked the desk it came to
    /// @param desk the desk in whose line it stands
    /// @param opensAt when that desk opens; null if it is open
    /// @param transferId the transfer that is about, if it is about one
    /// @param followUpId what the customer was promised, if a message was left
    record DeskFoundClosed(
            String chatId,
            String asked,
            String desk,
            @Nullable Instant opensAt,
            @Nullable String transferId,
            @Nullable String followUpId)
            implements PublicHoursEvent {}
}
