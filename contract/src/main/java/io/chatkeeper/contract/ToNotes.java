package io.chatkeeper.contract;

/// A command that names the chat whose notes it is about.
sealed interface ToNotes extends NotesCommand
        permits NotesCommand.SubmitNote,
                NotesCommand.AmendNote,
                NotesCommand.RedactNote,
                NotesCommand.OrphanNote {
    String chatId();

    @Override
    default String streamId() {
        return StreamId.notes(chatId());
    }
}
