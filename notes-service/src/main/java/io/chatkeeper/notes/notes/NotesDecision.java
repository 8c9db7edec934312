package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand;
import io.chatkeeper.contract.NotesCommand.AmendNote;
import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.NotesCommand.RedactNote;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.notes.notes.NotesEvent.FollowUpsProposed;
import io.chatkeeper.notes.notes.NotesEvent.NoteAccepted;
import io.chatkeeper.notes.notes.NotesEvent.NoteAmended;
import io.chatkeeper.notes.notes.NotesEvent.NoteOrphaned;
import io.chatkeeper.notes.notes.NotesEvent.NoteRedacted;
import io.chatkeeper.notes.notes.NotesEvent.NoteRejected;
import io.chatkeeper.sop.FollowUpGuess;
import io.chatkeeper.sop.NoteGuard;
import io.chatkeeper.sop.NoteRules;
import io.chatkeeper.sop.SensitiveData;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides whether a note will do (R61-R66, R70). One that will not is an event too, with what is
/// wrong with it, because whoever wrote it waits for the answer.
final class NotesDecision {
    /// The longest note, in UTF-16 units; its event stays below what the journal takes.
    static final int LONGEST = 10_000;

    private NotesDecision() {}

    static List<NotesEvent> decide(Notes notes, NotesCommand command, Decision by, Sops sops)
            throws Refused {
        return switch (command) {
            case SubmitNote submitted -> submit(notes, submitted, by, sops);
            case AmendNote amended -> amend(notes, amended, by, sops);
            case RedactNote redacted -> redact(notes, redacted, by);
            case OrphanNote orphan -> orphan(notes, orphan, by);
            case WakeUp _ -> List.of();
        };
    }

    private static List<NotesEvent> submit(Notes notes, SubmitNote note, Decision by, Sops sops)
            throws Refused {
        if (by.actor().kind() != ActorKind.AGENT) {
            throw Refused.forbidden("not-an-agent", "Only agents write notes.");
        }
        checkKind(note.kind());
        checkLength(note.note());
        return notes.fateOf(note.noteId()) == null
                ? judged(note, by, sops.get(note.sop()))
                : List.of();
    }

    private static void checkKind(String kind) throws Refused {
        if (!NoteRules.KINDS.contains(kind)) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.MALFORMED,
                            "malformed",
                            "A note's kind is one of " + String.join(", ", NoteRules.KINDS) + "."));
        }
    }

    private static void checkLength(NoteText note) throws Refused {
        if (note.whole().length() > LONGEST) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.MALFORMED,
                            "too-long",
                            "A note has at most " + LONGEST + " characters."));
        }
    }

    /// Other words meet the same rules; only its author or a lead may find them.
    private static List<NotesEvent> amend(Notes notes, AmendNote amended, Decision by, Sops sops)
            throws Refused {
        Actor actor = by.actor();
        checkStanding(notes, amended.noteId());
        if (!notes.isBy(amended.noteId(), actor.id()) && !leads(actor)) {
            throw Refused.forbidden("not-the-author", "Only its author or a lead amends a note.");
        }
        checkLength(amended.note());
        List<Violation> findings =
                NoteGuard.check(
                        sops.get(amended.sop()).notes(),
                        amended.note(),
                        notes.kindOf(amended.noteId()),
                        amended.transferred());
        if (!findings.isEmpty()) {
            throw Refused.violating(findings);
        }
        return List.of(
                new NoteAmended(
                        amended.chatId(), amended.noteId(), masked(amended.note()), amended.sop()));
    }

    private static List<NotesEvent> redact(Notes notes, RedactNote redacted, Decision by)
            throws Refused {
        if (!leads(by.actor())) {
            throw Refused.forbidden("leads-only", "Only leads redact notes.");
        }
        if (notes.fateOf(redacted.noteId()) == Notes.Fate.REDACTED) {
            return List.of();
        }
        checkStanding(notes, redacted.noteId());
        if (redacted.reason().plain().isBlank()) {
            throw new Refused(
                    Refusal.of(RefusalKind.MALFORMED, "malformed", "Say why it is redacted."));
        }
        return List.of(
                new NoteRedacted(
                        redacted.chatId(),
                        redacted.noteId(),
                        new PersonalText(SensitiveData.mask(redacted.reason().plain()))));
    }

    private static boolean leads(Actor actor) {
        return actor.kind() == ActorKind.AGENT && actor.role() != null && actor.role().leads();
    }

    private static void checkStanding(Notes notes, String noteId) throws Refused {
        Notes.Fate fate = notes.fateOf(noteId);
        if (fate == Notes.Fate.REDACTED) {
            throw Refused.conflict("note-redacted", "This note has been redacted.");
        }
        if (fate != Notes.Fate.ACCEPTED) {
            throw Refused.notFound("unknown-note", "There is no such note.");
        }
    }

    /// The text is judged as it was written; what is kept of it is masked all the same, for a
    /// procedure may let pass what must not be stored.
    private static List<NotesEvent> judged(SubmitNote note, Decision by, Sop sop) {
        List<Violation> findings =
                NoteGuard.check(sop.notes(), note.note(), note.kind(), note.transferred());
        if (!findings.isEmpty()) {
            return List.of(new NoteRejected(note.chatId(), note.noteId(), findings, note.sop()));
        }
        NoteText kept = masked(note.note());
        var accepted =
                new NoteAccepted(
                        note.chatId(),
                        note.noteId(),
                        note.kind(),
                        kept,
                        note.sop(),
                        note.transferred(),
                        by.actor().id());
        String desk = Objects.requireNonNull(sop.desks().get(sop.entryDesk())).calendar();
        List<ProposedFollowUp> proposed =
                FollowUpGuess.in(kept.whole(), by.at(), sop.calendar(desk));
        return proposed.isEmpty()
                ? List.of(accepted)
                : List.of(accepted, new FollowUpsProposed(note.chatId(), note.noteId(), proposed));
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
