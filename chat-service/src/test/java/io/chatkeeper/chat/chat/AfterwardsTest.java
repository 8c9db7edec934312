package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.RateChat;
import io.chatkeeper.contract.ChatCommand.ReopenChat;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AfterwardsTest {
    private static final ReopenChat REOPEN = new ReopenChat(CHAT, text("Fee charged again"));
    private static final List<ChatEvent> CLOSED = with(served(), resolved(), closed());

    @Test
    void a_resolved_chat_goes_on_with_its_agent() {
        var before = with(served(), resolved());

        chat().given(before).when(REOPEN).by(CASEY).then(reopened("casey"));
        var state = (Chat.Opened) chat().given(with(before, reopened("casey"))).state();
        assertThat(state.state().name()).isEqualTo("ACTIVE");
        assertThat(state.isServedBy("casey")).isTrue();
    }

    @Test
    void a_closed_chat_waits_in_line_again() {
        chat().given(CLOSED).when(REOPEN).by(MORGAN).then(reopened(null));
        var state = (Chat.Opened) chat().given(with(CLOSED, reopened(null))).state();
        assertThat(state.state().name()).isEqualTo("WAITING");
        assertThat(state.serving()).isNull();
    }

    @Test
    void who_gets_a_reopened_chat_owes_a_note_of_their_own() {
        var again =
                with(
                        with(handedOver(), noted("lee"), resolved(), closed()),
                        reopened(null),
                        assigned(),
                        said("casey", "Hello again, Pat, Casey here."));

        chat().given(again)
                .when(new ResolveChat(CHAT, text("Fee waived.")))
                .by(CASEY)
                .thenViolates("note-required", "R51");
    }

    @Test
    void a_reopened_chat_that_is_left_before_an_answer_ends() {
        var events =
                chat().given(with(CLOSED, reopened(null)))
                        .when(new LeaveChat(CHAT))
                        .by(VISITOR)
                        .events();

        assertThat(events).hasSize(2);
    }

    @Test
    void a_chat_is_reopened_for_a_reason() {
        chat().given(CLOSED)
                .when(new ReopenChat(CHAT, text(" ")))
                .by(CASEY)
                .thenRefused("malformed");
    }

    @Test
    void the_customer_says_how_it_was() {
        chat().given(CLOSED)
                .when(new RateChat(CHAT, 4, text("Quick")))
                .by(VISITOR)
                .then(new ChatEvent.ChatRated(CHAT, 4, text("Quick")));
        chat().given(CLOSED).when(new RateChat(CHAT, 6, null)).by(VISITOR).thenRefused("malformed");
        chat().given(CLOSED)
                .when(new RateChat(CHAT, 5, null))
                .by(STRANGER)
                .thenRefused("unknown-chat");
    }

    private static ChatEvent.ChatReopened reopened(@Nullable String agent) {
        return new ChatEvent.ChatReopened(
                CHAT, text("Fee charged again"), "customer-service", agent);
    }
}
