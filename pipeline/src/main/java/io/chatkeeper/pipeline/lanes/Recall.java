package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import org.jspecify.annotations.Nullable;

/// What a stream remembers of a command that arrives.
sealed interface Recall {
    /// Never seen: decide it.
    record Fresh() implements Recall {}

    /// It took effect before, as the entries from `first` to `last`.
    record Done(long first, long last) implements Recall {}

    /// It was refused before; the answer is there if it had to be kept.
    record RefusedBefore(@Nullable Refusal answer) implements Recall {}

    /// The id is known, but with other content.
    record KeyReused() implements Recall {}
}
