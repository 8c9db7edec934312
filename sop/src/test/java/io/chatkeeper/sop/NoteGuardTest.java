package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteGuardTest {
    private static final NoteRules STRICT =
            new NoteRules(
                    Set.of("close"),
                    true,
                    Set.of(),
                    SopShape.MUST_SAY,
                    SopShape.REFUSABLE,
                    Map.of());

    private static List<String> faults(String text) {
        return NoteGuard.check(STRICT, text, null, false).stream().map(Violation::ruleId).toList();
    }

    private static List<String> faultsAfterTransfer(String text) {
        return NoteGuard.check(STRICT, text, null, true).stream().map(Violation::ruleId).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer requested payoff balance. Advised pending confirmation from Accounts."
                        + " Follow-up scheduled for tomorrow.",
                "Customer requested loan status update. Documents under review by Loan Department.",
                "Customer advised application approved and awaiting final staging process.",
                "Customer requesting update on pending application submitted May 10. Requested"
                        + " clarification on documents received."
            })
    void the_model_notes_of_the_procedure_pass(String note) {
        assertThat(faults(note)).isEmpty();
        assertThat(faultsAfterTransfer(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "\n\t", "—", "!?"})
    void a_note_without_a_word_is_empty(String note) {
        assertThat(faults(note)).containsExactly("note-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Done", "Resolved.", "n/a", "FOLLOW-UP!", "ok ...", "\"Pending\"", "5"})
    void one_word_is_refused(String note) {
        assertThat(faults(note)).containsExactly("note-one-word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Talked to client", "All good now", "Issue resolved", "Chat closed."})
    void a_few_words_that_tell_nothing_are_refused(String note) {
        assertThat(faults(note)).containsExactly("note-too-short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asked payoff; sent figures.", "Login broken, fixed it."})
    void a_few_words_may_tell_it_all(String note) {
        assertThat(faults(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answered the customer, sent the details and ended the chat.",
                "Called the client twice and left a voicemail. Closed the case.",
                "Answered all questions and wished the guest a nice day.",
                "Forwarded to the billing department and ended the conversation.",
                "Provided the necessary information and thanked the customer for contacting us."
            })
    void acts_alone_do_not_say_what_was_wanted(String note) {
        assertThat(faults(note)).containsExactly("note-missing-concern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tenant reports that the boiler makes a loud noise at night.",
                "Guest wants to know if breakfast is part of the rate.",
                "Mrs Okoye called to ask why the parking permit has two plates on it.",
                "The customer is complaining about the colour of the sofa, it looks grey."
            })
    void a_concern_alone_does_not_say_what_was_done(String note) {
        assertThat(faults(note)).containsExactly("note-missing-action");
        assertThat(faultsAfterTransfer(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer asked for a refund of the deposit. Checked the contract, still pending.",
                "Guest reported a broken shower. Spoke to him; the matter remains unresolved.",
                "Client asked about his claim. Explained the rules. Case on hold.",
                "Caller asked about compensation. Said it is outstanding at the moment."
            })
    void an_open_end_needs_an_owner_a_next_step_or_a_time(String note) {
        assertThat(faults(note)).containsExactly("note-missing-follow-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer asked for a refund of the deposit. Refund still pending, Accounts will"
                        + " pay it out.",
                "Guest reported a broken shower. Still unresolved, plumber comes on 3 May.",
                "Client asked about his claim. Case on hold until the report is in.",
                "Borrower asked about outstanding balance. Gave the figure and the due date.",
                "Customer was on hold for 10 minutes and upset. Apologised and gave a credit.",
                "Customer asked why the payment is pending. Explained, it cleared meanwhile.",
                "Client asked for payoff. Left pending with Accounts."
            })
    void an_open_end_that_is_taken_care_of_passes(String note) {
        assertThat(faults(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tenant reported a leak. Plumber booked for 2 pm.",
                "Wrong size delivered. Exchange arranged, label emailed.",
                "Customer asked to cancel; cancelled and confirmed by e-mail.",
                "Explained the late fee and waived it once.",
                "Reset the router, speed is fine again.",
                "Caller wanted store hours, told 9 to 6.",
                "Wants to cancel. Offered discount, declined, cancelled effective 30/11.",
                "Guest complained about cold food, comped dessert and informed chef.",
                "Claim on hold per adjuster until photos arrive; customer told to upload them.",
                "Customer rang to say thanks, nothing to do, will visit the branch."
            })
    void good_notes_of_other_trades_pass(String note) {
        assertThat(faults(note)).isEmpty();
    }

    @Test
    void a_secret_is_refused_and_the_message_says_what_to_do() {
        List<Violation> found =
                NoteGuard.check(
                        STRICT,
                        "Customer could not pay. Took card 5555 5555 5555 4444 by phone.",
                        null,
                        false);
        assertThat(found)
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.ruleId()).isEqualTo("note-sensitive-data");
                    assertThat(violation.field()).isEqualTo("text");
                    assertThat(violation.message()).startsWith("Take out").doesNotContain("4444");
                });
    }

    @Test
    void the_file_decides_what_is_refused() {
        NoteRules lenient =
                new NoteRules(Set.of(), false, Set.of(), Set.of(), Set.of("too-short"), Map.of());
        assertThat(NoteGuard.check(lenient, "Pending", null, false)).isEmpty();
        assertThat(NoteGuard.check(lenient, "Called customer.", null, false)).hasSize(1);
        assertThat(NoteGuard.check(lenient, " ", null, false)).hasSize(1);
    }

    @Test
    void what_a_note_is_for_says_how_long_it_is() {
        NoteRules rules =
                SopReader.read(
                                SmallSop.TEXT
                                        + """
                                        notes:
                                          requiredBefore: [close]
                                          length:
                                            closing: {leastWords: 6, mostWords: 12}
                                            escalation: {leastWords: 20}
                                            crm: {leastWords: 6}
                                        """)
                        .notes();
        String seven = "Customer asked for payoff. Gave the figure.";
        String more = seven + " Told her when it ends and whom she may ask.";
        assertThat(lengths(rules, seven, "closing")).isEmpty();
        assertThat(lengths(rules, more, "closing"))
                .containsExactly(
                        "A note of the kind closing has at most 12 words; this one has 17.");
        assertThat(lengths(rules, more, "escalation"))
                .containsExactly(
                        "A note of the kind escalation has at least 20 words; this one has 17.");
        assertThat(lengths(rules, more, "crm")).isEmpty();
        assertThat(lengths(rules, more, "general")).isEmpty();
        assertThat(lengths(rules, more, null)).isEmpty();
        assertThat(lengths(rules, "Done", "closing"))
                .as("says one thing of a word, not two")
                .singleElement()
                .asString()
                .startsWith("One word");
    }

    private static List<String> lengths(NoteRules rules, String text, @Nullable String kind) {
        List<String> free =
                NoteGuard.check(rules, text, kind, true).stream().map(Violation::message).toList();
        NoteText note = NoteText.free(text);
        assertThat(NoteGuard.check(rules, note, kind, true))
                .extracting(Violation::message)
                .isEqualTo(free);
        return free;
    }

    @Test
    void slots_that_are_filled_in_tell_what_they_are_for() {
        assertThat(slots("Payoff balance", "Figures sent", null)).isEmpty();
        assertThat(slots("Payoff balance", null, null)).containsExactly("note-too-short/concern");
        assertThat(slots("Wants to know the payoff balance", null, null))
                .containsExactly("note-missing-action/action");
        assertThat(slots("Refund of the deposit", "Checked it, still pending", null))
                .containsExactly("note-missing-follow-up/followUp");
        assertThat(slots("Refund of the deposit", "Checked it, still pending", "Ask Accounts"))
                .isEmpty();
    }

    private static List<String> slots(
            String concern, @Nullable String action, @Nullable String next) {
        NoteText note = new NoteText(null, PersonalText.of(concern), slot(action), slot(next));
        return NoteGuard.check(STRICT, note, null, false).stream()
                .map(violation -> violation.ruleId() + "/" + violation.field())
                .toList();
    }

    private static @Nullable PersonalText slot(@Nullable String text) {
        return text == null ? null : PersonalText.of(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"we ", "a-", "and ", "1234 ", "is ", "(", "card: ", ". ", "password is "})
    void a_hostile_text_is_read_in_reasonable_time(String part) {
        String text = part.repeat(8_000);
        assertThat(NoteGuard.check(STRICT, text, null, false)).isNotNull();
        assertThat(NoteGuard.check(STRICT, "Customer " + text, null, false)).isNotNull();
    }

    @Test
    void a_note_is_needed_when_the_file_says_so() {
        NoteRules rules =
                new NoteRules(
                        Set.of("resolve"),
                        false,
                        Set.of("transferred"),
                        Set.of(),
                        Set.of(),
                        Map.of());
        assertThat(rules.required("resolve", true, false)).isTrue();
        assertThat(rules.required("resolve", false, true)).isFalse();
        assertThat(rules.required("close", true, true)).isFalse();
        assertThat(STRICT.required("close", false, false)).isTrue();
    }
}
