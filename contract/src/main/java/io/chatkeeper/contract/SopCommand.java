package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What the register of SOP versions can be asked to do.
public sealed interface SopCommand extends Command permits SopCommand.PublishSop, WakeUp {
    /// Publishes the next version.
    ///
    /// @param yaml the file as it was written
    /// @param expectedVersion the version that is to be replaced; null publishes only if newer
    record PublishSop(String sopId, int version, String yaml, @Nullable Integer expectedVersion)
            implements SopCommand {
        @Override
        public String streamId() {
            return StreamId.sop(sopId);
        }
    }
}
