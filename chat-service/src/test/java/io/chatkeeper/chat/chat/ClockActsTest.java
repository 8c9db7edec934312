package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.ClockActEvent.*;
import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.ClockAction.Inform;
import io.chatkeeper.contract.ClockAction.Notify;
import io.chatkeeper.contract.ClockAction.Reassign;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockActsTest {
    private static ActOnClock act(@Nullable String transferId, ClockAction action) {
        return new ActOnClock(CHAT, "act-1", "clock-1", "ack", transferId, "breached", action);
    }

    private static PeopleNotified told(
            @Nullable String transferId,
            String target,
            @Nullable String agent,
            @Nullable String desk) {
        return new PeopleNotified(
                CHAT, "act-1", "clock-1", "ack", transferId, "breached", target, agent, desk);
    }

    private static List<ChatEvent> after(List<ChatEvent> history, ActOnClock act) {
        return chat().given(history).when(act).by(ROUTING).events();
    }

    @Test
    void a_notice_goes_to_whom_the_procedure_means() {
        assertThat(after(handed(), act(TRANSFER, new Notify("receiver"))))
                .containsExactly(told(TRANSFER, "receiver", "lee", null));
        assertThat(after(with(served(), requested()), act(TRANSFER, new Notify("receiver"))))
                .containsExactly(told(TRANSFER, "receiver", null, "loan-engineers"));
        assertThat(after(served(), act(null, new Notify("responsible"))))
                .containsExactly(told(null, "responsible", "casey", null));
        assertThat(after(List.of(opened()), act(null, new Notify("responsible"))))
                .containsExactly(told(null, "responsible", null, "customer-service"));
        assertThat(after(handed(), act(TRANSFER, new Notify("desk"))))
                .containsExactly(told(TRANSFER, "desk", null, "loan-engineers"));
        assertThat(after(served(), act(null, new Notify("lead"))))
                .containsExactly(told(null, "lead", null, "leads"));
    }

    @Test
    void the_customer_hears_the_procedure_s_words() {
        var inform = new Inform("We're still on it. Your reference is {reference}.");
        List<ChatEvent> events = after(served(), act(null, inform));
        var message = (ChatEvent.MessagePosted) events.getFirst();
        assertThat(message.text().plain()).isEqualTo("We're still on it. Your reference is CK-1.");
        assertThat(message.author().id()).isNull();
        assertThat(((CustomerInformed) events.getLast()).messageId())
                .isEqualTo(message.messageId());
        List<ChatEvent> over = with(served(), resolved(), closed());
        assertThat(after(over, act(null, inform))).isEmpty();
    }

    @Test
    void a_transfer_goes_on_without_the_receiver_who_does_not_take_it() {
        List<ChatEvent> events = after(handed(), act(TRANSFER, new Reassign("desk")));
        var again = (TransferReassigned) events.getFirst();
        assertThat(again.receiver()).isEqualTo("lee");
        assertThat(again.toDesk()).isEqualTo("loan-engineers");
        var state = (Chat.Opened) chat().given(with(handed(), again)).state();
        assertThat(state.receiver()).isNull();
        assertThat(state.waitingAt()).isEqualTo("loan-engineers");
        assertThat(state.isServedBy("casey")).isTrue();
        var lou =
                new io.chatkeeper.contract.ChatCommand.AssignChat(
                        CHAT, "lou", "Lou", "loan-engineers", TRANSFER);
        assertThat(chat().given(with(handed(), again)).when(lou).by(ROUTING).events())
                .hasOnlyElementsOfType(ChatEvent.ChatAssigned.class);
    }

    @Test
    void one_that_nobody_has_been_found_for_stays_in_its_line() {
        assertThat(after(with(served(), requested()), act(TRANSFER, new Reassign("desk"))))
                .isEmpty();
    }

    @Test
    void nothing_is_done_about_a_transfer_that_was_taken_meanwhile() {
        for (ClockAction action :
                List.of(new Notify("lead"), new Inform("Wait."), new Reassign("desk"))) {
            assertThat(after(handedOver(), act(TRANSFER, action))).isEmpty();
            assertThat(after(handed(), act("transfer-0", action))).isEmpty();
        }
    }

    @Test
    void nobody_but_the_system_acts_for_a_clock() {
        chat().given(served())
                .when(act(null, new Notify("lead")))
                .by(CASEY)
                .thenRefused("not-yours");
    }
}
