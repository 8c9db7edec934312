package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.ProposeResolution;
import io.chatkeeper.contract.ChatCommand.RecordNote;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final Instant SILENT_AT = NOON.plus(Duration.ofMinutes(10));
    private static final ResolveChat RESOLVE = new ResolveChat(CHAT, text("Rate lowered."));
    private static final CloseChat CLOSE = new CloseChat(CHAT);

    @Test
    void a_chat_that_was_never_handed_over_needs_no_note() {
        chat().given(served()).when(RESOLVE).by(CASEY).then(resolved());
        chat().given(with(served(), resolved())).when(CLOSE).by(CASEY).then(closed());
    }

    @Test
    void a_chat_that_was_handed_over_is_not_resolved_without_a_note() {
        chat().given(handedOver()).when(RESOLVE).by(LEE).thenViolates("note-required", "R51");
        chat().given(with(handedOver(), noted("lee"))).when(RESOLVE).by(LEE).then(resolved());
    }

    @Test
    void a_note_from_before_the_hand_over_does_not_count_after_it() {
        chat().given(with(with(served(), noted("casey"), requested(), found()), acknowledged()))
                .when(RESOLVE)
                .by(LEE)
                .thenViolates("note-required", "R51");
    }

    @Test
    void a_note_of_the_receiver_before_the_acknowledgement_does_not_count() {
        chat().given(with(with(handed(), noted("lee")), acknowledged()))
                .when(RESOLVE)
                .by(LEE)
                .thenViolates("note-required", "R51");
    }

    @Test
    void a_note_of_a_lead_does_not_count_for_the_responsible_agent() {
        chat().given(with(handedOver(), noted("morgan")))
                .when(RESOLVE)
                .by(LEE)
                .thenViolates("note-required", "R51");
    }

    @Test
    void closing_asks_for_the_note_too() {
        chat().given(with(handedOver(), resolved()))
                .when(CLOSE)
                .by(LEE)
                .thenViolates("note-required", "R51");
    }

    @Test
    void a_good_note_is_recorded_without_its_text() {
        var events =
                chat().given(handedOver())
                        .when(note("Customer asked for a lower rate. I checked and lowered it."))
                        .by(LEE)
                        .events();

        var noted = (ChatEvent.ChatNoted) events.getFirst();
        assertThat(noted.author()).isEqualTo("lee");
        assertThat(noted.hash()).hasSize(64);
    }

    @Test
    void a_poor_note_is_refused_in_an_event_with_its_findings() {
        Refusal refusal = noteRefusal(chat().given(served()).when(note("Done")).by(CASEY).events());

        assertThat(refusal.code()).isEqualTo("sop-violation");
        assertThat(refusal.violations()).extracting(Violation::requirement).isNotEmpty();
    }

    @Test
    void the_chat_too_says_how_long_a_note_of_a_kind_is() {
        NoteText text = NoteText.free("Customer asked for a lower rate. I checked and lowered it.");
        RecordNote crm = new RecordNote(CHAT, "note-1", text, "crm");
        Refusal refusal = noteRefusal(chat().given(strict()).when(crm).by(CASEY).events());
        assertThat(refusal.violations())
                .extracting(Violation::requirement, Violation::message)
                .containsExactly(
                        tuple(
                                "R70",
                                "A note of the kind crm has at least 30 words; this one has 11."));

        RecordNote closing = new RecordNote(CHAT, "note-1", text, "closing");
        assertThat(chat().given(strict()).when(closing).by(CASEY).events().getFirst())
                .isInstanceOfSatisfying(
                        ChatEvent.ChatNoted.class,
                        noted -> assertThat(noted.kind()).isEqualTo("closing"));
    }

    @Test
    void a_note_of_a_bystander_or_for_no_chat_is_refused_in_an_event() {
        assertThat(noteRefusal(chat().given(served()).when(note("Hm")).by(CAM).events()).code())
                .isEqualTo("not-yours");
        assertThat(noteRefusal(chat().given().when(note("Hm")).by(CAM).events()).code())
                .isEqualTo("unknown-chat");
    }

    @Test
    void the_customer_is_asked_whether_it_is_resolved() {
        chat().given(saas()).when(new ProposeResolution(CHAT)).by(CASEY).at(NOON).then(proposed());
    }

    @Test
    void the_customer_is_asked_once_at_a_time() {
        chat().given(with(saas(), proposed()))
                .when(new ProposeResolution(CHAT))
                .by(CASEY)
                .thenRefused("proposed-already");
        chat().given(with(saas(), proposed(), refused()))
                .when(new ProposeResolution(CHAT))
                .by(CASEY)
                .at(NOON)
                .then(proposed());
    }

    @Test
    void resolving_waits_for_the_answer() {
        var resolve = chat().given(saas()).when(RESOLVE).by(CASEY);
        resolve.thenViolates("resolution-answered", "R38");

        chat().given(with(saas(), proposed()))
                .when(RESOLVE)
                .by(CASEY)
                .at(SILENT_AT.minusMillis(1))
                .thenViolates("resolution-answered", "R38");
    }

    @Test
    void a_customer_who_says_yes_has_answered() {
        chat().given(with(saas(), proposed(), confirmed()))
                .when(RESOLVE)
                .by(CASEY)
                .then(resolved());
    }

    @Test
    void a_customer_who_says_no_has_not() {
        chat().given(with(saas(), proposed(), refused()))
                .when(RESOLVE)
                .by(CASEY)
                .at(SILENT_AT)
                .thenViolates("resolution-answered", "R38");
    }

    @Test
    void a_silent_customer_counts_as_answered() {
        chat().given(with(saas(), proposed()))
                .when(RESOLVE)
                .by(CASEY)
                .at(SILENT_AT)
                .then(resolved());
    }

    @Test
    void a_customer_who_writes_something_else_is_not_silent() {
        var talking = with(saas(), proposed(), wrote("It still fails."));

        chat().given(talking)
                .when(RESOLVE)
                .by(CASEY)
                .at(SILENT_AT)
                .thenViolates("resolution-answered", "R38");
        chat().given(talking).when(new ProposeResolution(CHAT)).by(CASEY).at(NOON).then(proposed());
        chat().given(talking).when(answer(true, 5)).by(VISITOR).then(confirmed());
    }

    @Test
    void a_customer_who_is_gone_counts_as_answered() {
        chat().given(with(saas(), left())).when(RESOLVE).by(CASEY).then(resolved());
    }

    @Test
    void resolving_sums_up() {
        chat().given(with(saas(), proposed(), confirmed()))
                .when(new ResolveChat(CHAT, text(" ")))
                .by(CASEY)
                .thenViolates("closing-summary", "R123");
    }

    @Test
    void the_customer_answers_with_or_without_points() {
        var asked = with(saas(), proposed());

        chat().given(asked).when(answer(true, 5)).by(VISITOR).then(confirmed());
        chat().given(asked).when(answer(false, null)).by(VISITOR).then(refused());
    }

    @Test
    void points_go_from_one_to_five() {
        var asked = with(saas(), proposed());

        chat().given(asked).when(answer(true, 0)).by(VISITOR).thenRefused("malformed");
        chat().given(asked).when(answer(true, 6)).by(VISITOR).thenRefused("malformed");
    }

    @Test
    void only_an_open_question_is_answered() {
        chat().given(saas()).when(answer(true, 5)).by(VISITOR).thenRefused("nothing-proposed");
        chat().given(with(saas(), proposed(), confirmed()))
                .when(answer(true, 5))
                .by(VISITOR)
                .thenRefused("nothing-proposed");
    }

    private static List<ChatEvent> saas() {
        return List.of(opened(SAAS), assigned(), said("casey", "Hello Pat."));
    }

    private static ChatEvent.ResolutionProposed proposed() {
        String question = "Have all your questions been answered today?";
        return new ChatEvent.ResolutionProposed(CHAT, question, SILENT_AT);
    }

    private static ChatEvent.ResolutionConfirmed confirmed() {
        return new ChatEvent.ResolutionConfirmed(CHAT, 5, null);
    }

    private static ChatEvent.ResolutionRefused refused() {
        return new ChatEvent.ResolutionRefused(CHAT, null);
    }

    private static AnswerResolution answer(
            boolean yes, @org.jspecify.annotations.Nullable Integer score) {
        return new AnswerResolution(CHAT, yes, score, null);
    }

    private static RecordNote note(String words) {
        return new RecordNote(CHAT, "note-1", NoteText.free(words), null);
    }

    private static Refusal noteRefusal(List<ChatEvent> events) {
        return ((ChatEvent.NoteRefused) events.getFirst()).refusal();
    }
}
