package io.chatkeeper.notes.publishing;

import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent;
import io.chatkeeper.notes.notes.NotesEvent;
import java.util.Optional;

/// What the others learn of notes.
public final class NotesPublisher {
    private NotesPublisher() {}

    /// The public form of a stored event; every one has one.
    public static Optional<PublicEvent> publicForm(NotesEvent event) {
        return Optional.of(
                switch (event) {
                    case NotesEvent.NoteAccepted e ->
                            new PublicNotesEvent.NoteAccepted(
                                    e.chatId(),
                                    e.noteId(),
                                    e.kind(),
                                    e.note(),
                                    e.sop(),
                                    e.transferred());
                    case NotesEvent.NoteAmended e ->
                            new PublicNotesEvent.NoteAmended(
                                    e.chatId(), e.noteId(), e.note(), e.sop());
                    case NotesEvent.NoteRedacted e ->
                            new PublicNotesEvent.NoteRedacted(e.chatId(), e.noteId(), e.reason());
                    case NotesEvent.FollowUpsProposed e ->
                            new PublicNotesEvent.FollowUpsProposed(
                                    e.chatId(), e.noteId(), e.proposed());
                    case NotesEvent.NoteRejected e ->
                            new PublicNotesEvent.NoteRejected(e.chatId(), e.noteId(), e.findings());
                    case NotesEvent.NoteOrphaned e ->
                            new PublicNotesEvent.NoteOrphaned(e.chatId(), e.noteId(), e.refusal());
                });
    }
}
