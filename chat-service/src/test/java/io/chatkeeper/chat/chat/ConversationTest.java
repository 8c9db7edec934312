package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
    private static final WakeUp WAKE = new WakeUp(CHAT, IDLE_AT);

    @Test
    void a_chat_is_opened_under_the_newest_version_at_its_entry_desk() {
        chat().given().when(open("tidio-loan", null)).by(VISITOR).at(NOON).then(opened());
    }

    @Test
    void the_first_message_comes_with_the_opening() {
        List<ChatEvent> events =
                chat().given().when(open("tidio-loan", "Hello?")).by(VISITOR).at(NOON).events();

        assertThat(events).hasSize(2).first().isEqualTo(opened());
        assertThat(((ChatEvent.MessagePosted) events.getLast()).text()).isEqualTo(text("Hello?"));
    }

    @Test
    void a_chat_is_opened_once() {
        chat().given(opened())
                .when(open("tidio-loan", null))
                .by(VISITOR)
                .thenRefused("chat-exists");
    }

    @Test
    void a_procedure_that_is_not_known_yet_is_waited_for() {
        var spec = chat().given().when(open("no-such-procedure", null)).by(VISITOR);

        assertThatThrownBy(spec::events).isInstanceOf(UnknownSopVersion.class);
    }

    @Test
    void nothing_can_be_said_in_a_chat_that_nobody_opened() {
        chat().given().when(post("Hello?")).by(VISITOR).thenRefused("unknown-chat");
    }

    @Test
    void a_visitor_writes_while_waiting() {
        chat().given(opened()).when(post("Hello?")).by(VISITOR).at(NOON).then(wrote("Hello?"));
    }

    @Test
    void the_first_answer_makes_the_chat_active_and_starts_the_visitors_silence() {
        chat().given(opened(), assigned())
                .when(post("Hello Pat, this is Casey."))
                .by(CASEY)
                .at(NOON)
                .then(said("casey", "Hello Pat, this is Casey."));
    }

    @Test
    void a_visitor_of_another_chat_does_not_learn_that_this_one_exists() {
        chat().given(served()).when(post("Hi")).by(STRANGER).thenRefused("unknown-chat");
    }

    @Test
    void an_agent_who_is_not_responsible_may_not_write() {
        chat().given(served()).when(post("Hi")).by(CAM).thenRefused("not-yours");
    }

    @Test
    void a_word_of_the_visitor_opens_a_resolved_chat_again() {
        var reopened = chat().given(with(served(), resolved(), wrote("One more thing")));

        assertThat(((Chat.Opened) reopened.state()).state().name()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My card is 4111 1111 1111 1111.",
                "My SSN is 536-22-8726.",
                "My password is Tr0ub4dor&3."
            })
    void secrets_are_masked_before_they_are_stored(String words) {
        var event = chat().given(opened()).when(post(words)).by(VISITOR).events().getFirst();

        assertThat(((ChatEvent.MessagePosted) event).text().plain())
                .contains("••••")
                .doesNotContain("4111 1111 1111")
                .doesNotContain("536-22-8726")
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void secrets_are_masked_in_the_fields_of_the_opening_too() {
        OpenChat open =
                new OpenChat(
                        CHAT,
                        "CK-1",
                        "loan",
                        "tidio-loan",
                        customer(),
                        null,
                        null,
                        Map.of("income", text("SSN 536-22-8726")));

        var event = chat().given().when(open).by(VISITOR).events().getFirst();

        assertThat(((ChatEvent.ChatOpened) event).fields().get("income").plain())
                .doesNotContain("536-22-8726");
    }

    @Test
    void a_chat_that_is_left_before_anybody_was_found_ends() {
        chat().given(opened()).when(new LeaveChat(CHAT)).by(VISITOR).then(left(), abandoned(null));
    }

    @Test
    void a_chat_that_is_left_before_the_first_answer_ends() {
        chat().given(opened(), assigned())
                .when(new LeaveChat(CHAT))
                .by(VISITOR)
                .then(left(), abandoned("casey"));
    }

    @Test
    void a_chat_that_is_left_after_an_answer_stays_with_its_agent() {
        chat().given(served()).when(new LeaveChat(CHAT)).by(VISITOR).then(left());
    }

    @Test
    void a_chat_that_is_left_during_a_transfer_stays_open() {
        chat().given(opened(), assigned(), requested())
                .when(new LeaveChat(CHAT))
                .by(VISITOR)
                .then(left());
    }

    @Test
    void leaving_twice_changes_nothing() {
        chat().given(with(served(), left())).when(new LeaveChat(CHAT)).by(VISITOR).thenNothing();
    }

    @Test
    void a_silent_visitor_counts_as_gone_when_the_time_has_come() {
        chat().given(served()).when(WAKE).at(IDLE_AT).then(new ChatEvent.VisitorLeft(CHAT, "idle"));
    }

    @Test
    void a_wake_up_that_comes_too_early_changes_nothing() {
        chat().given(served()).when(WAKE).at(IDLE_AT.minusMillis(1)).thenNothing();
    }

    @Test
    void a_word_of_the_visitor_ends_the_silence() {
        chat().given(with(served(), wrote("Still here"))).when(WAKE).at(IDLE_AT).thenNothing();
    }

    @Test
    void further_words_of_the_agent_do_not_prolong_the_silence() {
        var later =
                new ChatEvent.MessagePosted(
                        CHAT,
                        "message-2",
                        null,
                        said("casey", "").author(),
                        text("Are you still there?"),
                        IDLE_AT.plus(Duration.ofMinutes(5)));

        chat().given(with(served(), later))
                .when(WAKE)
                .at(IDLE_AT)
                .then(new ChatEvent.VisitorLeft(CHAT, "idle"));
    }

    @Test
    void a_visitor_who_is_gone_does_not_leave_again_when_the_agent_writes() {
        chat().given(with(served(), left(), said("casey", "Goodbye!")))
                .when(WAKE)
                .at(IDLE_AT)
                .thenNothing();
    }

    @Test
    void nothing_wakes_a_chat_that_nobody_opened_or_that_is_closed() {
        chat().given().when(WAKE).at(IDLE_AT).thenNothing();
        chat().given(with(served(), resolved(), closed())).when(WAKE).at(IDLE_AT).thenNothing();
    }

    private static OpenChat open(String sop, @Nullable String message) {
        PersonalText words = message == null ? null : text(message);
        return new OpenChat(CHAT, "CK-1", "loan", sop, customer(), null, words, Map.of());
    }

    private static ChatEvent.ChatClosed abandoned(@Nullable String agent) {
        return new ChatEvent.ChatClosed(CHAT, agent, null, "customer-service", "abandoned");
    }
}
