package io.chatkeeper.pipeline;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Command;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A command on its way to its topic.
///
/// @param fingerprint of the command's content; the same id with another one is a reused key
/// @param deadline after this decision time the command is refused; null waits for ever
public record OutgoingCommand(
        String commandId,
        Command command,
        Actor actor,
        String correlationId,
        @Nullable String causationId,
        String fingerprint,
        @Nullable Instant deadline,
        CommandRecord.@Nullable ReplyTo replyTo,
        Entry.@Nullable Origin origin,
        @Nullable String traceparent) {}
