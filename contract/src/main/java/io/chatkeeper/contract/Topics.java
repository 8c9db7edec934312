package io.chatkeeper.contract;

import java.util.List;

/// The Kafka topics. Each is keyed by the stream id of the aggregate that takes the command or
/// emitted the event.
public final class Topics {
    public static final String CHAT_COMMANDS = "chat.commands";
    public static final String ROUTING_COMMANDS = "routing.commands";
    public static final String SLA_COMMANDS = "sla.commands";
    public static final String NOTES_COMMANDS = "notes.commands";
    public static final String CHAT_EVENTS = "chat.events";
    public static final String ROUTING_EVENTS = "routing.events";
    public static final String SLA_EVENTS = "sla.events";
    public static final String NOTES_EVENTS = "notes.events";
    public static final String REPLIES = "replies";
    public static final String SOPS = "sops";

    /// Every topic that carries public events.
    public static final List<String> EVENTS =
            List.of(CHAT_EVENTS, ROUTING_EVENTS, SLA_EVENTS, NOTES_EVENTS);

    /// Every topic that carries commands.
    public static final List<String> COMMANDS =
            List.of(CHAT_COMMANDS, ROUTING_COMMANDS, SLA_COMMANDS, NOTES_COMMANDS);

    private Topics() {}

    /// Where the poison of a topic goes (P8).
    public static String dead(String topic) {
        return topic + ".dead";
    }

    /// The topic on which the service that owns the command's aggregate listens.
    public static String of(Command command) {
        return switch (command) {
            case WakeUp wakeUp -> ofStream(wakeUp.streamId());
            case ChatCommand _, SopCommand _ -> CHAT_COMMANDS;
            case AgentCommand _, DeskCommand _ -> ROUTING_COMMANDS;
            case ClockCommand _ -> SLA_COMMANDS;
            case NotesCommand _ -> NOTES_COMMANDS;
        };
    }

    private static String ofStream(String streamId) {
        return switch (StreamId.kind(streamId)) {
            case "chat", "sop" -> CHAT_COMMANDS;
            case "agent", "desk" -> ROUTING_COMMANDS;
            case "clock" -> SLA_COMMANDS;
            case "notes" -> NOTES_COMMANDS;
            default -> throw new IllegalArgumentException("no such stream: " + streamId);
        };
    }
}
