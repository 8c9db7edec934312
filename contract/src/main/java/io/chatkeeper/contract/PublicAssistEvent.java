package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about an agent who asks for help.
public sealed interface PublicAssistEvent extends PublicChatEvent.OfAssist {
    /// Somebody takes a request for help on; from here on nobody disappears (R86).
    ///
    /// @param silentAt when the chat counts as silent without another word, as the SOP said then
    record AssistClaimed(
            String chatId, String agentId, String requesterId, @Nullable Instant silentAt)
            implements PublicAssistEvent {}

    /// Nobody has written for as long as the SOP allows; both sides are told (R86).
    record AssistFellSilent(String chatId, String agentId, String requesterId)
            implements PublicAssistEvent {}

    /// Help was asked for about this chat.
    record AssistLinked(String chatId, String assistChatId, String assistReference, String agentId)
            implements PublicAssistEvent {}
}
