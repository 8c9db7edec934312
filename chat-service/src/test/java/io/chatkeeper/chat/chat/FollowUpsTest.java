package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.CompleteFollowUp;
import io.chatkeeper.contract.ChatCommand.PromiseFollowUp;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.ChatCommand.SendCustomerUpdate;
import io.chatkeeper.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final CompleteFollowUp DONE = new CompleteFollowUp(CHAT, "follow-up-1", null);
    private static final CloseChat CLOSE = new CloseChat(CHAT);

    @Test
    void a_promise_has_an_owner_and_a_time() {
        chat().given(served())
                .when(promise("casey", TOMORROW))
                .by(CASEY)
                .at(NOON)
                .then(promised("casey", TOMORROW));
    }

    @Test
    void a_promise_is_for_a_time_to_come() {
        chat().given(served())
                .when(promise("casey", NOON))
                .by(CASEY)
                .at(NOON)
                .thenViolates("follow-up-due", "R33");
        chat().given(served())
                .when(promise("casey", NOON.plus(Duration.ofDays(400))))
                .by(CASEY)
                .at(NOON)
                .thenViolates("follow-up-due", "R33");
    }

    @Test
    void a_promise_says_what() {
        chat().given(served())
                .when(new PromiseFollowUp(CHAT, "follow-up-1", text(" "), "casey", TOMORROW))
                .by(CASEY)
                .thenRefused("malformed");
    }

    @Test
    void no_chat_is_closed_over_a_follow_up_without_owner_or_time() {
        var refusal =
                chat().given(with(served(), promised(null, null), noted("casey"), resolved()))
                        .when(CLOSE)
                        .by(CASEY)
                        .refusal();

        assertThat(refusal.violations())
                .extracting(Violation::ruleId)
                .containsExactly("follow-up-owner", "follow-up-due");
        assertThat(refusal.violations()).noneMatch(Violation::overridable);
    }

    @Test
    void a_follow_up_that_is_settled_outlives_the_chat() {
        var settled = with(served(), promised(null, null), promised("lee", TOMORROW));

        chat().given(with(settled, noted("casey"), resolved()))
                .when(CLOSE)
                .by(CASEY)
                .then(closed());
        chat().given(with(settled, noted("casey"), resolved(), closed()))
                .when(DONE)
                .by(LEE)
                .then(completed("lee"));
    }

    @Test
    void a_chat_with_a_follow_up_needs_a_note() {
        chat().given(with(served(), promised("casey", TOMORROW)))
                .when(new ResolveChat(CHAT, text("Rate lowered.")))
                .by(CASEY)
                .thenViolates("note-required", "R51");
        chat().given(with(served(), promised("casey", TOMORROW), completed("casey")))
                .when(new ResolveChat(CHAT, text("Rate lowered.")))
                .by(CASEY)
                .thenViolates("note-required", "R51");
    }

    @Test
    void only_who_owes_it_or_answers_for_the_chat_completes_it() {
        var open = with(served(), promised("lee", TOMORROW));

        chat().given(open).when(DONE).by(LEE).then(completed("lee"));
        chat().given(open).when(DONE).by(CASEY).then(completed("casey"));
        chat().given(open).when(DONE).by(MORGAN).then(completed("morgan"));
        chat().given(open).when(DONE).by(CAM).thenRefused("not-yours");
    }

    @Test
    void what_one_owes_gives_no_right_to_complete_what_another_owes() {
        var two =
                with(
                        served(),
                        promised("lee", TOMORROW),
                        new ChatEvent.FollowUpPromised(
                                CHAT, "follow-up-2", text("Write"), "cam", TOMORROW));

        chat().given(two).when(DONE).by(CAM).thenRefused("not-yours");
    }

    @Test
    void a_follow_up_is_completed_once() {
        chat().given(with(served(), promised("casey", TOMORROW), completed("casey")))
                .when(DONE)
                .by(CASEY)
                .thenRefused("no-open-follow-up");
    }

    @Test
    void a_chat_bears_twenty_open_follow_ups() {
        List<ChatEvent> history = new java.util.ArrayList<>(served());
        for (int i = 0; i < Duties.MOST; i++) {
            history.add(
                    new ChatEvent.FollowUpPromised(
                            CHAT, "follow-up-" + i, text("Call"), "casey", TOMORROW));
        }

        chat().given(history)
                .when(new PromiseFollowUp(CHAT, "one-more", text("Call"), "casey", TOMORROW))
                .by(CASEY)
                .at(NOON)
                .thenRefused("too-many-follow-ups");
        chat().given(history)
                .when(promise("casey", TOMORROW))
                .by(CASEY)
                .at(NOON)
                .then(promised("casey", TOMORROW));
    }

    @Test
    void a_served_customer_is_asked_afterwards_where_the_procedure_says_so() {
        var filed =
                new ChatEvent.ChatClassified(
                        CHAT, "billing", List.of(), Map.of("orderNumber", text("7")), false);

        List<ChatEvent> events =
                chat().given(strict(filed, resolved())).when(CLOSE).by(CASEY).at(NOON).events();

        assertThat(events).hasSize(2);
        var asked = (ChatEvent.FollowUpPromised) events.getFirst();
        assertThat(asked.owner()).isEqualTo("casey");
        assertThat(asked.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(48)));
        assertThat(events.getLast()).isInstanceOf(ChatEvent.ChatClosed.class);
    }

    @Test
    void an_update_is_a_message_and_says_that_it_is_one() {
        List<ChatEvent> events =
                chat().given(served()).when(update("Still with it.")).by(MORGAN).at(NOON).events();

        assertThat(events).hasSize(2);
        var told = (ChatEvent.MessagePosted) events.getFirst();
        assertThat(told.author().kind()).isEqualTo(ActorKind.AGENT);
        assertThat(told.author().id()).isEqualTo("morgan");
        assertThat(events.getLast())
                .isEqualTo(
                        new ChatEvent.CustomerUpdated(
                                CHAT, "update-1", told.messageId(), "morgan"));
    }

    @Test
    void an_update_meets_the_rules_for_what_is_said() {
        chat().given(strict())
                .when(update("I don't know."))
                .by(CASEY)
                .thenViolates("message-dismissive", "R72");
        chat().given(served()).when(update(" ")).by(CASEY).thenRefused("malformed");
    }

    @Test
    void a_lead_who_writes_first_says_their_own_name() {
        var fresh = List.of(opened(STRICT), assigned());

        chat().given(fresh)
                .when(update("Hello Pat, Casey is on the way."))
                .by(MORGAN)
                .thenViolates("greeting-agent-name", "R21");
        assertThat(
                        chat().given(fresh)
                                .when(update("Hello Pat, Morgan here, we are on it."))
                                .by(MORGAN)
                                .events())
                .hasSize(2);
    }

    @Test
    void a_leads_update_does_not_take_the_first_answer_from_the_agent() {
        var state =
                (Chat.Opened)
                        chat().given(
                                        List.of(
                                                opened(),
                                                assigned(),
                                                said("morgan", "We are on it, Pat.")))
                                .state();

        assertThat(state.state().name()).isEqualTo("ASSIGNED");
    }

    private static PromiseFollowUp promise(@Nullable String owner, @Nullable Instant due) {
        return new PromiseFollowUp(CHAT, "follow-up-1", text("Call back"), owner, due);
    }

    private static ChatEvent.FollowUpPromised promised(
            @Nullable String owner, @Nullable Instant due) {
        return new ChatEvent.FollowUpPromised(CHAT, "follow-up-1", text("Call back"), owner, due);
    }

    private static ChatEvent.FollowUpCompleted completed(String agent) {
        return new ChatEvent.FollowUpCompleted(CHAT, "follow-up-1", agent, null);
    }

    private static SendCustomerUpdate update(String words) {
        return new SendCustomerUpdate(CHAT, "update-1", "Morgan", text(words), List.of(), null);
    }
}
