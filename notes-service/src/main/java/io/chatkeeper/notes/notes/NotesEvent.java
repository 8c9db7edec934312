package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can have happened to the notes of a chat. Stored for ever: add cases, never
/// rename one.
public sealed interface NotesEvent {
    String chatId();

    String noteId();

    /// @param note with every secret hidden
    /// @param author null in what was stored before authors were
    record NoteAccepted(
            String chatId,
            String noteId,
            String kind,
            NoteText note,
            SopRef sop,
            boolean transferred,
            @Nullable String author)
            implements NotesEvent {}

    /// Other words; the former ones stay in the log.
    record NoteAmended(String chatId, String noteId, NoteText note, SopRef sop)
            implements NotesEvent {}

    /// Nobody is to read it any more.
    record NoteRedacted(String chatId, String noteId, PersonalText reason) implements NotesEvent {}

    /// What an accepted note seems to promise (R132).
    record FollowUpsProposed(String chatId, String noteId, List<ProposedFollowUp> proposed)
            implements NotesEvent {}

    /// The text is not kept: it may hold what must not stand in a note.
    record NoteRejected(String chatId, String noteId, List<Violation> findings, SopRef sop)
            implements NotesEvent {}

    record NoteOrphaned(String chatId, String noteId, Refusal refusal) implements NotesEvent {}
}
