package io.chatkeeper.torture;

/// What a client may ask for, and the event by which the log of the chat shows that it happened.
enum Act {
    OPEN("", "opened"),
    MESSAGE("messages", "message-posted"),
    DEPARTURE("departure", "visitor-left"),
    TRANSFER("transfers", "transfer-requested"),
    ACKNOWLEDGEMENT("transfers/%s/acknowledgement", "transfer-acknowledged"),
    WITHDRAWAL("transfers/%s/withdrawal", "transfer-withdrawn"),
    NOTE("notes", "noted"),
    PROPOSAL("resolution-proposal", "resolution-proposed"),
    ANSWER("resolution-answer", "resolution-confirmed"),
    RESOLUTION("resolution", "resolved"),
    CLOSURE("closure", "closed");

    private final String path;
    private final String event;

    Act(String path, String event) {
        this.path = path;
        this.event = event;
    }

    /// The path below the chat; `thing` is the id it names, if it names one.
    String path(String thing) {
        return path.formatted(thing);
    }

    /// The short name of the event.
    String event() {
        return event;
    }

    /// Whether the system may do the same of its own accord.
    boolean isAlsoTheSystems() {
        return switch (this) {
            case CLOSURE, DEPARTURE, WITHDRAWAL, MESSAGE -> true;
            case OPEN, TRANSFER, ACKNOWLEDGEMENT, NOTE, PROPOSAL, ANSWER, RESOLUTION -> false;
        };
    }
}
