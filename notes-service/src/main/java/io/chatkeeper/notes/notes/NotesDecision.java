package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand;
import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.notes.notes.NotesEvent.NoteAccepted;
import io.chatkeeper.notes.notes.NotesEvent.NoteOrphaned;
import io.chatkeeper.notes.notes.NotesEvent.NoteRejected;
import io.chatkeeper.sop.NoteGuard;
import io.chatkeeper.sop.SensitiveData;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides whether a note will do (R61-R66). One that will not is an event too, with what is wrong
/// with it, because whoever wrote it waits for the answer.
final class NotesDecision {
    /// The longest note, in UTF-16 units; its event stays below what the journal takes.
    static final int LONGEST = 10_000;

    private NotesDecision() {}

    static List<NotesEvent> decide(Notes notes, NotesCommand command, Decision by, Sops sops)
            throws Refused {
        return switch (command) {
            case SubmitNote submitted -> submit(notes, submitted, by, sops);
            case OrphanNote orphan -> orphan(notes, orphan, by);
            case WakeUp _ -> List.of();
        };
    }

    private static List<NotesEvent> submit(Notes notes, SubmitNote note, Decision by, Sops sops)
            throws Refused {
        if (by.actor().kind() != ActorKind.AGENT) {
            throw Refused.forbidden("not-an-agent", "Only agents write notes.");
        }
        if (note.note().whole().length() > LONGEST) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.MALFORMED,
                            "too-long",
                            "A note has at most " + LONGEST + " characters."));
        }
        return notes.fateOf(note.noteId()) == null
                ? List.of(judged(note, sops.get(note.sop())))
                : List.of();
    }

    /// The text is judged as it was written; what is kept of it is masked all the same, for a
    /// procedure may let pass what must not be stored.
    private static NotesEvent judged(SubmitNote note, Sop sop) {
        List<Violation> findings = NoteGuard.check(sop.notes(), note.note(), note.transferred());
        return findings.isEmpty()
                ? new NoteAccepted(
                        note.chatId(),
                        note.noteId(),
                        note.kind(),
                        masked(note.note()),
                        note.sop(),
                        note.transferred())
                : new NoteRejected(note.chatId(), note.noteId(), findings, note.sop());
    }

    private static List<NotesEvent> orphan(Notes notes, OrphanNote orphan, Decision by)
            throws Refused {
        if (by.actor().kind() != ActorKind.SYSTEM) {
            throw Refused.forbidden("not-the-chat", "Only the chat says which notes it takes.");
        }
        return notes.fateOf(orphan.noteId()) == Notes.Fate.ACCEPTED
                ? List.of(new NoteOrphaned(orphan.chatId(), orphan.noteId(), orphan.refusal()))
                : List.of();
    }

    private static NoteText masked(NoteText note) {
        return new NoteText(
                masked(note.text()),
                masked(note.concern()),
                masked(note.action()),
                masked(note.followUp()));
    }

    private static @Nullable PersonalText masked(@Nullable PersonalText text) {
        return text == null ? null : new PersonalText(SensitiveData.mask(text.plain()));
    }
}
