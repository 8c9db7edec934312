package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.SopRef;
import io.chatkeeper.notes.notes.NotesEvent.*;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a chat's notes in order to decide.
///
/// @param judged what became of each note, by its id
/// @param sop the version under which the last note was judged
record Notes(Map<String, Fate> judged, @Nullable SopRef sop) {
    static final Notes NONE = new Notes(Map.of(), null);

    /// What became of a note.
    enum Fate {
        ACCEPTED,
        REJECTED,
        ORPHANED
    }

    @Nullable Fate fateOf(String noteId) {
        return judged.get(noteId);
    }

    static Notes evolve(Notes notes, NotesEvent event) {
        return switch (event) {
            case NoteAccepted e -> notes.with(e.noteId(), Fate.ACCEPTED, e.sop());
            case NoteRejected e -> notes.with(e.noteId(), Fate.REJECTED, e.sop());
            case NoteOrphaned e -> notes.with(e.noteId(), Fate.ORPHANED, notes.sop);
        };
    }

    private Notes with(String noteId, Fate fate, @Nullable SopRef under) {
        Map<String, Fate> more = new HashMap<>(judged);
        more.put(noteId, fate);
        return new Notes(Map.copyOf(more), under);
    }
}
