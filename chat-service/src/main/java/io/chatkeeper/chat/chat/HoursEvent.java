package io.chatkeeper.chat.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything that can have become of a chat outside a desk's hours. Stored for ever: add cases,
/// never rename one.
public sealed interface HoursEvent extends ChatEvent.OfHours {
    /// @param asked the desk it came to
    /// @param desk the desk in whose line it stands
    /// @param opensAt when that desk opens, as the SOP said then; null if it is open
    /// @param followUpId what the customer was promised; null if the chat went elsewhere
    record DeskFoundClosed(
            String chatId,
            String asked,
            String desk,
            @Nullable Instant opensAt,
            @Nullable String transferId,
            @Nullable String followUpId)
            implements HoursEvent {}
}
