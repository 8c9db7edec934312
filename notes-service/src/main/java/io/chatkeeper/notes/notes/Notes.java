package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.SopRef;
import io.chatkeeper.notes.notes.NotesEvent.FollowUpsProposed;
import io.chatkeeper.notes.notes.NotesEvent.NoteAccepted;
import io.chatkeeper.notes.notes.NotesEvent.NoteAmended;
import io.chatkeeper.notes.notes.NotesEvent.NoteOrphaned;
import io.chatkeeper.notes.notes.NotesEvent.NoteRedacted;
import io.chatkeeper.notes.notes.NotesEvent.NoteRejected;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a chat's notes in order to decide.
///
/// @param judged what became of each note, by its id
/// @param authors who wrote each note that was let pass
/// @param kinds what each note that was let pass is for; other words for it don't change that
/// @param sop the version under which the last note was judged
record Notes(
        Map<String, Fate> judged,
        Map<String, String> authors,
        Map<String, String> kinds,
        @Nullable SopRef sop) {
    static final Notes NONE = new Notes(Map.of(), Map.of(), Map.of(), null);

    /// What became of a note.
    enum Fate {
        ACCEPTED,
        REJECTED,
        ORPHANED,
        REDACTED
    }

    /// A state that was kept before authors and kinds were remembered has none.
    Notes {
        authors = authors == null ? Map.of() : authors;
        kinds = kinds == null ? Map.of() : kinds;
    }

    @Nullable Fate fateOf(String noteId) {
        return judged.get(noteId);
    }

    boolean isBy(String noteId, String agentId) {
        return agentId.equals(authors.get(noteId));
    }

    @Nullable String kindOf(String noteId) {
        return kinds.get(noteId);
    }

    static Notes evolve(Notes notes, NotesEvent event) {
        return switch (event) {
            case NoteAccepted e -> notes.with(e.noteId(), Fate.ACCEPTED, e.sop()).by(e);
            case NoteRejected e -> notes.with(e.noteId(), Fate.REJECTED, e.sop());
            case NoteOrphaned e -> notes.with(e.noteId(), Fate.ORPHANED, notes.sop);
            case NoteAmended e -> notes.with(e.noteId(), Fate.ACCEPTED, e.sop());
            case NoteRedacted e -> notes.with(e.noteId(), Fate.REDACTED, notes.sop);
            case FollowUpsProposed _ -> notes;
        };
    }

    private Notes with(String noteId, Fate fate, @Nullable SopRef under) {
        Map<String, Fate> more = new HashMap<>(judged);
        more.put(noteId, fate);
        return new Notes(Map.copyOf(more), authors, kinds, under);
    }

    private Notes by(NoteAccepted accepted) {
        Map<String, String> written =
                accepted.author() == null
                        ? authors
                        : with(authors, accepted.noteId(), accepted.author());
        return new Notes(judged, written, with(kinds, accepted.noteId(), accepted.kind()), sop);
    }

    private static Map<String, String> with(Map<String, String> all, String noteId, String one) {
        Map<String, String> more = new HashMap<>(all);
        more.put(noteId, one);
        return Map.copyOf(more);
    }
}
