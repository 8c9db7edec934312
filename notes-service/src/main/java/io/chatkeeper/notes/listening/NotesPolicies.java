package io.chatkeeper.notes.listening;

import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.PublicChatEvent.NoteRefused;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Policy;
import java.util.List;

/// How notes react to what their chat has done.
public final class NotesPolicies {
    private NotesPolicies() {}

    /// The name is part of command ids and never changes.
    public static List<Policy> all() {
        return List.of(Policy.ofSystem("notes.orphan", Topics.CHAT_EVENTS, NotesPolicies::orphan));
    }

    private static List<OrphanNote> orphan(Recorded recorded) {
        return recorded.event() instanceof NoteRefused e
                ? List.of(new OrphanNote(e.chatId(), e.noteId(), e.refusal()))
                : List.of();
    }
}
