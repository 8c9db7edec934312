package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What is asked of a chat about its being written into other systems (R136).
public sealed interface RecordCommand extends ToChat {
    /// Which record of the chat it is about.
    String recordId();

    /// How an attempt to write the chat into another system went (R136).
    ///
    /// @param attempt which one, from 1
    /// @param problem in a word, such as `status-503`; null if the other system has it
    record ReportDelivery(String chatId, String recordId, int attempt, @Nullable String problem)
            implements RecordCommand {}

    /// Tries again to write the chat into another system, after that was given up.
    record SendRecord(String chatId, String recordId) implements RecordCommand {}
}
