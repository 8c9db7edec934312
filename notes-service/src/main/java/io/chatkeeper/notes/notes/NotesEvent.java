package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Violation;
import java.util.List;

/// Everything that can have happened to the notes of a chat. Stored for ever: add cases, never
/// rename one.
public sealed interface NotesEvent {
    String chatId();

    String noteId();

    /// @param note with every secret hidden
    record NoteAccepted(
            String chatId,
            String noteId,
            String kind,
            NoteText note,
            SopRef sop,
            boolean transferred)
            implements NotesEvent {}

    /// The text is not kept: it may hold what must not stand in a note.
    record NoteRejected(String chatId, String noteId, List<Violation> findings, SopRef sop)
            implements NotesEvent {}

    record NoteOrphaned(String chatId, String noteId, Refusal refusal) implements NotesEvent {}
}
