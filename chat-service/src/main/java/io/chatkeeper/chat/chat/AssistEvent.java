package io.chatkeeper.chat.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about an agent who asks for help.
public sealed interface AssistEvent extends ChatEvent.OfAssist {
    /// Somebody takes a request for help on; from here on nobody disappears (R86).
    ///
    /// @param silentAt when the chat counts as silent without another word, as the SOP said then
    record AssistClaimed(
            String chatId, String agentId, String requesterId, @Nullable Instant silentAt)
            implements AssistEvent {}

    /// Nobody has written for as long as the SOP allows; both sides are told (R86).
    record AssistFellSilent(String chatId, String agentId, String requesterId)
            implements AssistEvent {}

    /// Help was asked for about this chat.
    record AssistLinked(String chatId, String assistChatId, String assistReference, String agentId)
            implements AssistEvent {}
}
