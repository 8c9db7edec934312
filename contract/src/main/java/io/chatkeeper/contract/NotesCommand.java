package io.chatkeeper.contract;

/// What the notes of a chat can be asked to do.
public sealed interface NotesCommand extends Command permits ToNotes, WakeUp {
    /// Somebody hands in a note.
    ///
    /// @param kind `closing`, `transfer`, `escalation`, `crm` or `general`
    /// @param transferred whether the chat has been handed over before, which some rules look at
    record SubmitNote(
            String chatId,
            String noteId,
            String kind,
            NoteText note,
            SopRef sop,
            boolean transferred)
            implements ToNotes {}

    /// Other words for a note that was let pass; the former ones stay in the log.
    record AmendNote(String chatId, String noteId, NoteText note, SopRef sop, boolean transferred)
            implements ToNotes {}

    /// A lead takes the text of a note out of every view; that there was one stays.
    record RedactNote(String chatId, String noteId, PersonalText reason) implements ToNotes {}

    /// The chat did not take the note.
    record OrphanNote(String chatId, String noteId, Refusal refusal) implements ToNotes {}
}
