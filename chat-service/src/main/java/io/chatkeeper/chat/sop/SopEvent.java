package io.chatkeeper.chat.sop;

/// Everything that can have happened to an SOP. Stored for ever: add cases, never rename one.
public sealed interface SopEvent {
    String sopId();

    record SopPublished(String sopId, int version, String yaml) implements SopEvent {}
}
