package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one command in a turn.
sealed interface Outcome {
    CommandRecord command();

    /// Decided now, with the entries it leads to (none, if there was nothing left to do).
    record Accepted(CommandRecord command, List<Entry> entries) implements Outcome {}

    /// It took effect before, and is sent once more by whoever waits; these were its entries.
    record Repeated(CommandRecord command, List<Entry> entries) implements Outcome {}

    /// This very record took effect before, perhaps in a life that ended before it was published.
    record Redelivered(CommandRecord command, List<Entry> entries) implements Outcome {}

    /// Not accepted. The answer is null if it was given in an earlier life and is not kept.
    record Refused(CommandRecord command, @Nullable Refusal refusal) implements Outcome {}

    /// It can't be read or broke its handler: poison (P8).
    record Broken(CommandRecord command, String reason) implements Outcome {}
}
