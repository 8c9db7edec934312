package io.chatkeeper.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about the chat as other systems have it.
public sealed interface PublicRecordEvent extends PublicChatEvent.OfRecord {
    /// The same for every attempt; the other system recognises it by this.
    String recordId();

    /// The chat has to be written into another system now (R136).
    ///
    /// @param destination the system's name in the procedure, such as `crm`
    /// @param occasion in the procedure's word, such as `resolved`
    /// @param attempt which one, from 1
    record RecordDue(
            String chatId, String recordId, String destination, String occasion, int attempt)
            implements PublicRecordEvent {}

    /// The other system has it.
    record RecordDelivered(String chatId, String recordId, int attempt)
            implements PublicRecordEvent {}

    /// The other system does not have it.
    ///
    /// @param problem in a word, such as `status-503`
    /// @param nextAt when it is tried again; null if somebody has to look after it
    record RecordFailed(
            String chatId, String recordId, int attempt, String problem, @Nullable Instant nextAt)
            implements PublicRecordEvent {}
}
