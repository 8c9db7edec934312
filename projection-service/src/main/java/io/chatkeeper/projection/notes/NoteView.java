package io.chatkeeper.projection.notes;

import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.contract.PublicNotesEvent.FollowUpsProposed;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.PublicNotesEvent.NoteAmended;
import io.chatkeeper.contract.PublicNotesEvent.NoteOrphaned;
import io.chatkeeper.contract.PublicNotesEvent.NoteRedacted;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.projection.views.Documents;
import io.chatkeeper.projection.views.View;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
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
        switch (recorded.event()) {
            case NoteAccepted accepted -> accepted(chat, accepted, recorded.envelope());
            case NoteAmended amended ->
                    note(chat, amended.noteId())
                            .ifPresent(note ->
                                    note.put("text", amended.note().whole())
                                            .put("amendedBy", recorded.envelope().actor().id())
                                            .put(
                                                    "amendedAt",
                                                    recorded.envelope().time().toString()));
            case NoteRedacted redacted ->
                    note(chat, redacted.noteId())
                            .ifPresent(note -> redacted(note, recorded.envelope()));
            case FollowUpsProposed proposed ->
                    note(chat, proposed.noteId()).ifPresent(note -> proposed(note, proposed));
            case NoteOrphaned orphaned ->
                    Documents.without(chat, "notes", "noteId", orphaned.noteId());
            default -> {}
        }
    }

    private static void accepted(ObjectNode chat, NoteAccepted accepted, Envelope envelope) {
        chat.withArray("notes")
                .addObject()
                .put("noteId", accepted.noteId())
                .put("kind", accepted.kind())
                .put("text", accepted.note().whole())
                .put("author", envelope.actor().id())
                .put("at", envelope.time().toString());
    }

    /// That there was a note stays; what it said goes, and what was read out of it.
    private static void redacted(ObjectNode note, Envelope envelope) {
        note.put("text", "");
        note.remove("proposedFollowUps");
        note.put("redactedBy", envelope.actor().id());
        note.put("redactedAt", envelope.time().toString());
    }

    private static void proposed(ObjectNode note, FollowUpsProposed proposed) {
        for (ProposedFollowUp one : proposed.proposed()) {
            note.withArray("proposedFollowUps")
                    .addObject()
                    .put("what", one.what().plain())
                    .put("dueAt", one.dueAt().toString());
        }
    }

    private static Optional<ObjectNode> note(ObjectNode chat, String noteId) {
        for (JsonNode note : chat.withArray("notes")) {
            if (note.path("noteId").asString("").equals(noteId)) {
                return Optional.of((ObjectNode) note);
            }
        }
        return Optional.empty();
    }
}
