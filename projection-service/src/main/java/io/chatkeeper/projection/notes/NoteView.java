package io.chatkeeper.projection.notes;

import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.PublicNotesEvent.NoteOrphaned;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import tools.jackson.databind.node.ObjectNode;

/// The notes of one chat that were let pass. Internal: no visitor's answer is made from this.
public final class NoteView implements View {
    public static final String COLLECTION = "notes";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String streamKind() {
        return "notes";
    }

    @Override
    public void fold(ObjectNode chat, Recorded recorded) {
        if (recorded.event() instanceof NoteAccepted accepted) {
            chat.withArray("notes")
                    .addObject()
                    .put("noteId", accepted.noteId())
                    .put("kind", accepted.kind())
                    .put("text", accepted.note().whole())
                    .put("author", recorded.envelope().actor().id())
                    .put("at", recorded.envelope().time().toString());
        } else if (recorded.event() instanceof NoteOrphaned orphaned) {
            Documents.without(chat, "notes", "noteId", orphaned.noteId());
        }
    }
}
