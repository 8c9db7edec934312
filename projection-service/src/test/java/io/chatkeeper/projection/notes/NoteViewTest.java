package io.chatkeeper.projection.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.contract.PublicNotesEvent;
import io.chatkeeper.contract.PublicNotesEvent.*;
import io.chatkeeper.contract.PublicNotesEvent.FollowUpsProposed;
import io.chatkeeper.contract.PublicNotesEvent.NoteAmended;
import io.chatkeeper.contract.PublicNotesEvent.NoteRedacted;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.projection.Happened;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class NoteViewTest {
    private static final String CHAT = "chat-a";
    private static final SopRef SOP = new SopRef("tidio-loan", 1);

    private final NoteView view = new NoteView();

    private ObjectNode after(PublicNotesEvent... events) {
        return Happened.on("notes-" + CHAT, events).foldedBy(view);
    }

    private static NoteAccepted accepted(String id, NoteText text) {
        return new NoteAccepted(CHAT, id, "general", text, SOP, false);
    }

    @Test
    void an_accepted_note_is_shown_as_one_text() {
        NoteText slots =
                new NoteText(null, PersonalText.of("Rates"), PersonalText.of("Sent them."), null);
        assertThat(after(accepted("n", slots)))
                .isEqualTo(
                        Happened.read(
                                """
                                {'notes':[{'noteId':'n','kind':'general','author':'casey',
                                 'text':'Rates. Sent them.','at':'2026-11-22T12:00:01Z'}]}
                                """));
    }

    @Test
    void other_words_take_the_place_of_the_former_and_a_redacted_text_is_gone() {
        SopRef sop = SOP;
        ObjectNode notes =
                after(
                        accepted("n", NoteText.free("one")),
                        new FollowUpsProposed(
                                CHAT,
                                "n",
                                List.of(
                                        new ProposedFollowUp(
                                                PersonalText.of("call"),
                                                java.time.Instant.EPOCH,
                                                0,
                                                3))),
                        new NoteAmended(CHAT, "n", NoteText.free("two"), sop));
        assertThat(notes.at("/notes/0/text").asString()).isEqualTo("two");
        assertThat(notes.at("/notes/0/proposedFollowUps/0/what").asString()).isEqualTo("call");
        ObjectNode gone =
                after(
                        accepted("n", NoteText.free("one")),
                        new NoteAmended(CHAT, "n", NoteText.free("two"), sop),
                        new NoteRedacted(CHAT, "n", PersonalText.of("names a third person")));
        assertThat(gone.toString()).doesNotContain("one").doesNotContain("two");
        assertThat(gone.at("/notes/0/redactedAt").asString()).isNotEmpty();
    }

    @Test
    void a_rejected_note_is_not_shown_and_an_orphaned_one_goes_again() {
        Refusal why = Refusal.of(RefusalKind.CONFLICT, "closed", "Closed.");
        ObjectNode notes =
                after(
                        new NoteRejected(CHAT, "r", List.of()),
                        accepted("n", NoteText.free("one")),
                        accepted("o", NoteText.free("two")),
                        new NoteOrphaned(CHAT, "o", why));
        assertThat(notes.path("notes").size()).isEqualTo(1);
        assertThat(notes.at("/notes/0/noteId").asString()).isEqualTo("n");
    }
}
