package io.chatkeeper.contract;

import java.time.Instant;

/// "It is time": sent to a stream by the owner of its partition when the stream's wake-up is due.
public record WakeUp(String streamId, Instant dueAt)
        implements ChatCommand, SopCommand, AgentCommand, DeskCommand, ClockCommand, NotesCommand {}
