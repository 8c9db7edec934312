package io.chatkeeper.contract;

import java.util.List;

/// What has happened to the notes of a chat.
public sealed interface PublicNotesEvent extends PublicEvent {
    String chatId();

    String noteId();

    record NoteAccepted(
            String chatId,
            String noteId,
            String kind,
            NoteText note,
            SopRef sop,
            boolean transferred)
            implements PublicNotesEvent {}

    record NoteRejected(String chatId, String noteId, List<Violation> findings)
            implements PublicNotesEvent {}

    record NoteOrphaned(String chatId, String noteId, Refusal refusal)
            implements PublicNotesEvent {}
}
