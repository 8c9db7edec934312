package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The port through which a lane tells the world. Calls for one stream keep their order; each
/// future completes when the broker has it for good.
public interface Outlet {
    /// Publishes the public forms of what the command led to, and tells whoever waits for it.
    ///
    /// @param sequence where the stream stands after it
    /// @param entries what it led to; empty if there was nothing left to do
    CompletableFuture<?> accepted(CommandRecord command, long sequence, List<Entry> entries);

    /// Tells whoever waits for a command that took effect before; that was published then.
    CompletableFuture<?> repeated(CommandRecord command, long sequence, List<Entry> entries);

    /// Tells whoever waits why the command was not accepted; does nothing if nobody waits.
    CompletableFuture<?> refused(CommandRecord command, Refusal refusal);

    /// Sets a poisonous command aside with the reason (P8).
    CompletableFuture<?> bury(CommandRecord command, String reason);

    /// Tells when the stream wants to be woken; null for never.
    void wake(String streamId, @Nullable Instant at);
}
