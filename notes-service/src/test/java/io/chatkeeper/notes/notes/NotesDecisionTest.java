package io.chatkeeper.notes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand;
import io.chatkeeper.contract.NotesCommand.AmendNote;
import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.NotesCommand.RedactNote;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.notes.ShippedSops;
import io.chatkeeper.notes.notes.NotesEvent.*;
import io.chatkeeper.notes.notes.NotesEvent.FollowUpsProposed;
import io.chatkeeper.notes.notes.NotesEvent.NoteAmended;
import io.chatkeeper.notes.notes.NotesEvent.NoteRedacted;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesDecisionTest {
    private static final Actor CASEY = Actor.agent("casey", Role.CSR);
    private static final Actor CAM = Actor.agent("cam", Role.CSR);
    private static final Actor MORGAN = Actor.agent("morgan", Role.LEAD);
    private static final NoteText BETTER =
            NoteText.free("Customer asked for a payoff letter. Sent the form by e-mail.");
    private static final Actor SYSTEM = Actor.system("test");
    private static final SopRef SOP = new SopRef("tidio-loan", 3);
    private static final SopRegister SOPS = ShippedSops.of("tidio-loan");
    private static final NoteText GOOD =
            NoteText.free("Customer asked for a payoff letter. Sent the form and explained it.");
    private static final Refusal STALE =
            Refusal.of(RefusalKind.CONFLICT, "closed", "The chat is closed.");

    @Test
    void a_note_that_will_do_is_accepted() throws Refused {
        assertThat(when(CASEY, submit(GOOD))).containsExactly(accepted(GOOD));
    }

    @Test
    void a_note_that_will_not_is_rejected_with_what_is_wrong() throws Refused {
        var rejected = (NoteRejected) when(CASEY, submit(NoteText.free("done"))).getFirst();
        assertThat(rejected.findings()).extracting(Violation::ruleId).contains("note-one-word");
        assertThat(rejected.sop()).isEqualTo(SOP);
    }

    @Test
    void a_secret_is_found_before_it_is_hidden() throws Refused {
        var note =
                NoteText.free("Customer asked to pay by card 4111 1111 1111 1111. Took payment.");
        var rejected = (NoteRejected) when(CASEY, submit(note)).getFirst();
        assertThat(rejected.findings())
                .extracting(Violation::ruleId)
                .containsExactly("note-sensitive-data");
    }

    @Test
    void where_a_procedure_lets_secrets_pass_they_are_hidden() throws Refused {
        String lenient = SOPS.get(SOP).source().replace("    - sensitive-data\n", "");
        SopRegister sops = new SopRegister();
        sops.add(SopReader.read(lenient));
        var note =
                NoteText.free("Customer asked to pay by card 4111 1111 1111 1111. Took payment.");
        var by = new Decision(Instant.EPOCH, CASEY, "c1");
        var accepted =
                (NoteAccepted) NotesDecision.decide(Notes.NONE, submit(note), by, sops).getFirst();
        assertThat(accepted.note().whole()).doesNotContain("4111 1111").contains("1111");
    }

    @Test
    void slots_are_kept_as_slots() throws Refused {
        var slots =
                new NoteText(
                        null,
                        PersonalText.of("Payoff letter requested"),
                        PersonalText.of("Sent the form and explained it"),
                        null);
        assertThat(when(CASEY, submit(slots))).containsExactly(accepted(slots));
    }

    @Test
    void the_same_note_again_changes_nothing() throws Refused {
        assertThat(when(CASEY, submit(GOOD), accepted(GOOD))).isEmpty();
        assertThat(when(CASEY, submit(GOOD), new NoteRejected("chat-1", "n1", List.of(), SOP)))
                .isEmpty();
    }

    @Test
    void only_agents_write_notes() {
        assertThat(refused(Actor.visitor("chat-1"), submit(GOOD))).isEqualTo(RefusalKind.FORBIDDEN);
        assertThat(refused(SYSTEM, submit(GOOD))).isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void a_note_has_an_end() {
        var endless = NoteText.free("a ".repeat(NotesDecision.LONGEST));
        assertThat(refused(CASEY, submit(endless))).isEqualTo(RefusalKind.MALFORMED);
    }

    @Test
    void a_version_that_has_not_arrived_is_waited_for() {
        var early =
                new SubmitNote(
                        "chat-1", "n1", "general", GOOD, new SopRef("tidio-loan", 99), false);
        assertThatThrownBy(() -> when(CASEY, early)).isInstanceOf(UnknownSopVersion.class);
    }

    @Test
    void a_note_that_the_chat_did_not_take_is_orphaned_once() throws Refused {
        var orphan = new OrphanNote("chat-1", "n1", STALE);
        var orphaned = new NoteOrphaned("chat-1", "n1", STALE);
        assertThat(when(SYSTEM, orphan, accepted(GOOD))).containsExactly(orphaned);
        assertThat(when(SYSTEM, orphan, accepted(GOOD), orphaned)).isEmpty();
    }

    @Test
    void a_note_that_was_never_accepted_is_no_orphan() throws Refused {
        var orphan = new OrphanNote("chat-1", "n1", STALE);
        assertThat(when(SYSTEM, orphan)).isEmpty();
        assertThat(when(SYSTEM, orphan, new NoteRejected("chat-1", "n1", List.of(), SOP)))
                .isEmpty();
    }

    @Test
    void only_the_chat_orphans_a_note() {
        assertThat(refused(CASEY, new OrphanNote("chat-1", "n1", STALE), accepted(GOOD)))
                .isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void its_author_or_a_lead_finds_other_words() throws Refused {
        var amended = new NoteAmended("chat-1", "n1", BETTER, SOP);
        assertThat(when(CASEY, amend(BETTER), accepted(GOOD))).containsExactly(amended);
        assertThat(when(MORGAN, amend(BETTER), accepted(GOOD))).containsExactly(amended);
        assertThat(refused(CAM, amend(BETTER), accepted(GOOD))).isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void other_words_meet_the_same_rules() {
        assertThat(refused(CASEY, amend(NoteText.free("done")), accepted(GOOD)))
                .isEqualTo(RefusalKind.SOP_VIOLATION);
        assertThat(refused(CASEY, amend(BETTER))).isEqualTo(RefusalKind.NOT_FOUND);
    }

    @Test
    void what_a_note_is_for_says_how_long_it_is_for_other_words_too() throws Refused {
        String limited =
                SOPS.get(SOP)
                        .source()
                        .replace("notes:\n", "notes:\n  length: {closing: {mostWords: 9}}\n");
        SopRegister sops = new SopRegister();
        sops.add(SopReader.read(limited));
        var by = new Decision(Instant.EPOCH, CASEY, "c1");
        var brief = NoteText.free("Customer asked for payoff. Gave the figure.");
        var longer = NoteText.free("Customer asked for payoff. Gave the figure and the date.");
        var closing = new SubmitNote("chat-1", "n1", "closing", longer, SOP, false);
        var rejected =
                (NoteRejected) NotesDecision.decide(Notes.NONE, closing, by, sops).getFirst();
        assertThat(rejected.findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.requirement()).isEqualTo("R70");
                    assertThat(finding.message()).contains("closing has at most 9 words");
                });
        assertThat(NotesDecision.decide(Notes.NONE, submit(longer), by, sops).getFirst())
                .isInstanceOf(NoteAccepted.class);
        var accepted = new NoteAccepted("chat-1", "n1", "closing", brief, SOP, false, "casey");
        Notes notes = Notes.evolve(Notes.NONE, accepted);
        assertThatThrownBy(() -> NotesDecision.decide(notes, amend(longer), by, sops))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusal().violations())
                                        .extracting(Violation::ruleId)
                                        .containsExactly("note-length"));
    }

    @Test
    void a_note_is_for_something_that_is_known() {
        var odd = new SubmitNote("chat-1", "n1", "diary", GOOD, SOP, false);
        assertThat(refused(CASEY, odd)).isEqualTo(RefusalKind.MALFORMED);
    }

    @Test
    void leads_redact_a_note_once_and_nobody_amends_it_then() throws Refused {
        var redact = new RedactNote("chat-1", "n1", PersonalText.of("names a third person"));
        var redacted = new NoteRedacted("chat-1", "n1", PersonalText.of("names a third person"));
        assertThat(when(MORGAN, redact, accepted(GOOD))).containsExactly(redacted);
        assertThat(when(MORGAN, redact, accepted(GOOD), redacted)).isEmpty();
        assertThat(refused(CASEY, redact, accepted(GOOD))).isEqualTo(RefusalKind.FORBIDDEN);
        assertThat(refused(MORGAN, amend(BETTER), accepted(GOOD), redacted))
                .isEqualTo(RefusalKind.CONFLICT);
        assertThat(refused(MORGAN, redact)).isEqualTo(RefusalKind.NOT_FOUND);
    }

    @Test
    void a_dated_promise_is_proposed_as_a_follow_up() throws Refused {
        var note =
                NoteText.free(
                        "Customer requested payoff balance. Advised pending confirmation from"
                                + " Accounts. Follow-up scheduled for tomorrow.");
        var proposed = (FollowUpsProposed) when(CASEY, submit(note)).get(1);
        assertThat(proposed.proposed())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.what().plain()).isEqualTo("Follow-up scheduled for tomorrow.");
                    assertThat(one.dueAt()).isEqualTo(Instant.parse("1970-01-01T22:00:00Z"));
                });
    }

    @Test
    void waking_notes_up_does_nothing() throws Refused {
        assertThat(when(SYSTEM, new WakeUp("notes-chat-1", Instant.EPOCH))).isEmpty();
    }

    private static List<NotesEvent> when(Actor actor, NotesCommand command, NotesEvent... given)
            throws Refused {
        Notes notes = Notes.NONE;
        for (NotesEvent event : given) {
            notes = Notes.evolve(notes, event);
        }
        var by = new Decision(Instant.EPOCH, actor, "c1");
        return NotesDecision.decide(notes, command, by, SOPS);
    }

    private static RefusalKind refused(Actor actor, NotesCommand command, NotesEvent... given) {
        return catchThrowableOfType(Refused.class, () -> when(actor, command, given))
                .refusal()
                .kind();
    }

    private static AmendNote amend(NoteText note) {
        return new AmendNote("chat-1", "n1", note, SOP, false);
    }

    private static SubmitNote submit(NoteText note) {
        return new SubmitNote("chat-1", "n1", "general", note, SOP, false);
    }

    private static NotesEvent accepted(NoteText note) {
        return new NoteAccepted("chat-1", "n1", "general", note, SOP, false, "casey");
    }
}
