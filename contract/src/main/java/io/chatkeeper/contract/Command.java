package io.chatkeeper.contract;

/// An intention addressed to one aggregate; it is accepted or refused as a whole.
public sealed interface Command
        permits ChatCommand, SopCommand, AgentCommand, DeskCommand, ClockCommand, NotesCommand {
    /// The stream of the aggregate that decides, and the key of the Kafka record.
    String streamId();
}
