package io.chatkeeper.pipeline;

import io.chatkeeper.contract.SopRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the pipeline asks of an Axon aggregate besides handling commands.
public interface AggregateShell {
    /// When the stream wants to be woken, as its state stands now; null for never.
    @Nullable Instant wakeAt();

    /// The SOP version under which this aggregate decides, where it has one.
    @Nullable SopRef sop();
}
