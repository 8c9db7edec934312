package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.AcknowledgeTransfer;
import io.chatkeeper.contract.ChatCommand.AssignChat;
import io.chatkeeper.contract.ChatCommand.DeclineTransfer;
import io.chatkeeper.contract.ChatCommand.GiveBackChat;
import io.chatkeeper.contract.ChatCommand.ReturnTransfer;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.ChatCommand.WithdrawTransfer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransfersTest {
    private static final String CONTEXT = "Asks for a lower rate, income checked.";

    @Test
    void routing_finds_an_agent_for_a_waiting_chat() {
        chat().given(opened()).when(assign("casey", null)).by(ROUTING).then(assigned());
    }

    @Test
    void an_agent_who_comes_too_late_is_told_so_in_an_event() {
        chat().given(served())
                .when(assign("cam", null))
                .by(ROUTING)
                .then(new ChatEvent.AssignmentRefused(CHAT, "cam", null, "stale"));
    }

    @Test
    void an_assignment_of_a_chat_that_nobody_opened_is_refused_in_an_event() {
        chat().given()
                .when(assign("cam", null))
                .by(ROUTING)
                .then(new ChatEvent.AssignmentRefused(CHAT, "cam", null, "unknown-chat"));
    }

    @Test
    void only_routing_assigns() {
        chat().given(opened())
                .when(assign("casey", null))
                .by(CASEY)
                .then(new ChatEvent.AssignmentRefused(CHAT, "casey", null, "not-routing"));
    }

    @Test
    void a_chat_is_handed_over_with_context() {
        chat().given(served())
                .when(transfer("loan-engineers", null, CONTEXT))
                .by(CASEY)
                .then(requested());
    }

    @Test
    void a_lead_hands_on_what_an_agent_has_and_the_agent_stays_responsible_until_it_is_taken() {
        var events =
                chat().given(served())
                        .when(transfer("loan-engineers", null, CONTEXT))
                        .by(MORGAN)
                        .events();
        var state = (Chat.Opened) chat().given(with(served(), events.getFirst())).state();

        assertThat(events).containsExactly(requested());
        assertThat(state.isServedBy("casey")).isTrue();
    }

    @Test
    void a_lead_who_hands_on_says_what_the_next_one_must_know() {
        chat().given(served())
                .when(transfer("loan-engineers", null, "please"))
                .by(MORGAN)
                .thenViolates("transfer-context", "R42");
    }

    @Test
    void a_chat_whose_agent_is_lost_waits_in_line_at_its_desk_again() {
        var back = new ChatEvent.ChatGivenBack(CHAT, "lee", "loan-engineers");
        chat().given(handedOver()).when(new GiveBackChat(CHAT, "lee")).by(ROUTING).then(back);

        var state = (Chat.Opened) chat().given(with(handedOver(), back)).state();
        assertThat(state.serving()).isNull();
        assertThat(state.waitingAt()).isEqualTo("loan-engineers");
        chat().given(with(handedOver(), back))
                .when(assign("cam", null))
                .by(ROUTING)
                .then(new ChatEvent.ChatAssigned(CHAT, "cam", "Cam", "customer-service", null));
    }

    @Test
    void a_chat_on_its_way_from_a_lost_agent_waits_where_it_was_going() {
        chat().given(handed())
                .when(new GiveBackChat(CHAT, "casey"))
                .by(ROUTING)
                .then(
                        new ChatEvent.TransferWithdrawn(CHAT, TRANSFER, "lee", "loan-engineers"),
                        new ChatEvent.ChatGivenBack(CHAT, "casey", "loan-engineers"));
    }

    @Test
    void a_receiver_who_is_lost_leaves_the_chat_with_the_sender() {
        chat().given(handed())
                .when(new GiveBackChat(CHAT, "lee"))
                .by(ROUTING)
                .then(
                        new ChatEvent.TransferReturned(
                                CHAT, TRANSFER, "lee", "receiver-lost", "loan-engineers"),
                        SkillTransfersTest.toldOfReturn());
    }

    @Test
    void a_chat_that_somebody_else_has_by_now_stays_where_it_is() {
        chat().given(handedOver()).when(new GiveBackChat(CHAT, "casey")).by(ROUTING).then();
    }

    @Test
    void a_lead_calls_a_transfer_back() {
        chat().given(handed())
                .when(new WithdrawTransfer(CHAT, TRANSFER))
                .by(MORGAN)
                .then(new ChatEvent.TransferWithdrawn(CHAT, TRANSFER, "lee", "loan-engineers"));
    }

    @Test
    void a_transfer_without_context_breaks_the_rule() {
        chat().given(served())
                .when(transfer("loan-engineers", null, "please"))
                .by(CASEY)
                .thenViolates("transfer-context", "R42");
    }

    @Test
    void a_transfer_names_a_desk_or_an_agent_and_only_one() {
        chat().given(served())
                .when(transfer("loan-engineers", "lee", CONTEXT))
                .by(CASEY)
                .thenRefused("malformed");
        chat().given(served())
                .when(transfer(null, null, CONTEXT))
                .by(CASEY)
                .thenRefused("malformed");
    }

    @Test
    void a_transfer_goes_to_a_desk_of_the_procedure_and_not_to_oneself() {
        chat().given(served())
                .when(transfer("no-such-desk", null, CONTEXT))
                .by(CASEY)
                .thenRefused("malformed");
        chat().given(served())
                .when(transfer(null, "casey", CONTEXT))
                .by(CASEY)
                .thenRefused("malformed");
    }

    @Test
    void secrets_in_the_context_are_masked() {
        var events =
                chat().given(served())
                        .when(transfer("loan-engineers", null, CONTEXT + " SSN 536-22-8726"))
                        .by(CASEY)
                        .events();

        assertThat(((ChatEvent.TransferRequested) events.getFirst()).context().plain())
                .doesNotContain("536-22-8726");
    }

    @Test
    void routing_finds_a_receiver_for_the_transfer() {
        chat().given(with(served(), requested()))
                .when(assign("lee", TRANSFER))
                .by(ROUTING)
                .then(found());
    }

    @Test
    void a_second_receiver_or_one_for_another_transfer_is_stale() {
        chat().given(handed())
                .when(assign("lou", TRANSFER))
                .by(ROUTING)
                .then(new ChatEvent.AssignmentRefused(CHAT, "lou", TRANSFER, "stale"));
        chat().given(with(served(), requested()))
                .when(assign("lou", "transfer-0"))
                .by(ROUTING)
                .then(new ChatEvent.AssignmentRefused(CHAT, "lou", "transfer-0", "stale"));
    }

    @Test
    void the_sender_stays_responsible_until_the_receiver_acknowledges() {
        Chat.Opened before = (Chat.Opened) chat().given(handed()).state();
        Chat.Opened after = (Chat.Opened) chat().given(handedOver()).state();

        assertThat(before.isServedBy("casey")).isTrue();
        assertThat(after.isServedBy("lee")).isTrue();
    }

    @Test
    void the_receiver_acknowledges() {
        chat().given(handed())
                .when(new AcknowledgeTransfer(CHAT, TRANSFER))
                .by(LEE)
                .then(acknowledged());
    }

    @Test
    void nobody_else_acknowledges() {
        var taken = new AcknowledgeTransfer(CHAT, TRANSFER);

        chat().given(handed()).when(taken).by(CAM).thenRefused("not-yours");
        chat().given(with(served(), requested())).when(taken).by(LEE).thenRefused("not-yours");
    }

    @Test
    void an_acknowledgement_of_another_transfer_is_stale() {
        chat().given(handed())
                .when(new AcknowledgeTransfer(CHAT, "transfer-0"))
                .by(LEE)
                .thenRefused("stale-transfer");
    }

    @Test
    void a_transfer_can_be_acknowledged_once() {
        chat().given(handedOver())
                .when(new AcknowledgeTransfer(CHAT, TRANSFER))
                .by(LEE)
                .thenRefused("illegal-state");
    }

    @Test
    void the_receiver_declines_with_a_reason() {
        chat().given(handed())
                .when(new DeclineTransfer(CHAT, TRANSFER, text("Not a loan question.")))
                .by(LEE)
                .then(
                        new ChatEvent.TransferDeclined(
                                CHAT, TRANSFER, "lee", text("Not a loan question.")));
    }

    @Test
    void declining_without_a_reason_is_refused() {
        chat().given(handed())
                .when(new DeclineTransfer(CHAT, TRANSFER, text(" ")))
                .by(LEE)
                .thenRefused("malformed");
    }

    @Test
    void the_sender_withdraws_and_frees_receiver_and_line() {
        chat().given(handed())
                .when(new WithdrawTransfer(CHAT, TRANSFER))
                .by(CASEY)
                .then(new ChatEvent.TransferWithdrawn(CHAT, TRANSFER, "lee", "loan-engineers"));
    }

    @Test
    void the_receiver_can_not_withdraw() {
        chat().given(handed())
                .when(new WithdrawTransfer(CHAT, TRANSFER))
                .by(LEE)
                .thenRefused("not-yours");
    }

    @Test
    void routing_returns_a_transfer_for_which_nobody_was_found() {
        chat().given(with(served(), requested()))
                .when(new ReturnTransfer(CHAT, TRANSFER, "full"))
                .by(ROUTING)
                .then(
                        new ChatEvent.TransferReturned(
                                CHAT, TRANSFER, null, "full", "loan-engineers"),
                        SkillTransfersTest.toldOfReturn());
    }

    @Test
    void a_return_of_another_transfer_is_stale() {
        chat().given(handed())
                .when(new ReturnTransfer(CHAT, "transfer-0", "full"))
                .by(ROUTING)
                .thenRefused("stale-transfer");
    }

    private static AssignChat assign(String agent, @Nullable String transfer) {
        String name = agent.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + agent.substring(1);
        String desk = transfer == null ? "customer-service" : "loan-engineers";
        return new AssignChat(CHAT, agent, name, desk, transfer);
    }

    private static TransferChat transfer(
            @Nullable String desk, @Nullable String agent, String context) {
        return new TransferChat(CHAT, TRANSFER, desk, agent, text(context));
    }
}
