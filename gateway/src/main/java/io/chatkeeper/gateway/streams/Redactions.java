package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent.FollowUpsProposed;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.PublicNotesEvent.NoteAmended;
import io.chatkeeper.contract.Recorded;
import java.util.List;
import java.util.Map;

/// Takes the texts of redacted notes out of events that happened before.
final class Redactions {
    private static final NoteText NOTHING = NoteText.free("");

    private Redactions() {}

    /// The event without its text, if its note has been redacted.
    ///
    /// @param redacted the redacted notes, by their ids
    static Recorded applied(Map<String, String> redacted, Recorded recorded) {
        if (redacted.isEmpty()) {
            return recorded;
        }
        PublicEvent shown =
                switch (recorded.event()) {
                    case NoteAccepted e when redacted.containsKey(e.noteId()) ->
                            new NoteAccepted(
                                    e.chatId(),
                                    e.noteId(),
                                    e.kind(),
                                    NOTHING,
                                    e.sop(),
                                    e.transferred());
                    case NoteAmended e when redacted.containsKey(e.noteId()) ->
                            new NoteAmended(e.chatId(), e.noteId(), NOTHING, e.sop());
                    case FollowUpsProposed e when redacted.containsKey(e.noteId()) ->
                            new FollowUpsProposed(e.chatId(), e.noteId(), List.of());
                    default -> recorded.event();
                };
        return shown == recorded.event() ? recorded : new Recorded(recorded.envelope(), shown);
    }
}
