package io.chatkeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of a command, sent to the gateway instance that waits for it.
///
/// @param fingerprint of the content that was answered: two contents under one id get two answers
/// @param sequence the stream's sequence after the command; 0 if it was refused
/// @param events the public events the command led to, in order; empty if it was refused
public record Reply(
        String commandId,
        String fingerprint,
        String streamId,
        long sequence,
        List<Recorded> events,
        @Nullable Refusal refusal) {
    /// Whether the command took effect, now or when it was first sent.
    public boolean accepted() {
        return refusal == null;
    }
}
