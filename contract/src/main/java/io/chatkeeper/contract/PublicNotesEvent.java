package io.chatkeeper.contract;

import java.util.List;

/// What has happened to the notes of a chat.
public sealed interface PublicNotesEvent extends PublicEvent {
    String chatId();

    String noteId();

    record NoteAccepted(
            String chatId,
            String noteId,
            String kind,
            NoteText note,
            SopRef sop,
            boolean transferred)
            implements PublicNotesEvent {}

    /// The note says something else now.
    record NoteAmended(String chatId, String noteId, NoteText note, SopRef sop)
            implements PublicNotesEvent {}

    /// Nobody is to read the note any more.
    record NoteRedacted(String chatId, String noteId, PersonalText reason)
            implements PublicNotesEvent {}

    /// What the note seems to promise, for its author to confirm (R132).
    record FollowUpsProposed(String chatId, String noteId, List<ProposedFollowUp> proposed)
            implements PublicNotesEvent {}

    record NoteRejected(String chatId, String noteId, List<Violation> findings)
            implements PublicNotesEvent {}

    record NoteOrphaned(String chatId, String noteId, Refusal refusal)
            implements PublicNotesEvent {}
}
