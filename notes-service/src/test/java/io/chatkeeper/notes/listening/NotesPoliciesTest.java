package io.chatkeeper.notes.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.NoteRefused;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesPoliciesTest {
    @Test
    void a_note_that_the_chat_refused_is_an_orphan() {
        Refusal refusal = Refusal.of(RefusalKind.CONFLICT, "closed", "The chat is closed.");
        assertThat(after(new NoteRefused("chat-1", "n1", refusal)))
                .containsExactly(new OrphanNote("chat-1", "n1", refusal));
    }

    @Test
    void nothing_else_of_a_chat_concerns_notes() {
        assertThat(after(new VisitorLeft("chat-1", "left"))).isEmpty();
    }

    private static List<Command> after(PublicChatEvent event) {
        var envelope =
                new Envelope(
                        "e1",
                        "type",
                        "chat-1",
                        1,
                        Instant.EPOCH,
                        "chat-1",
                        "corr",
                        "cause",
                        Actor.system("test"),
                        null,
                        null);
        return List.copyOf(
                NotesPolicies.all().getFirst().reaction().apply(new Recorded(envelope, event)));
    }
}
