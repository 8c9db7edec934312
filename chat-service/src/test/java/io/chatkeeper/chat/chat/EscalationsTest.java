package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationsTest {
    private static final String UPSET = "customer-upset";

    @Test
    void an_escalation_tells_the_customer_once_by_when_through_whom_and_the_reference() {
        List<ChatEvent> events =
                chat().given(served()).when(escalate(UPSET, "Waits")).by(CASEY).at(NOON).events();

        assertThat(events).hasSize(2);
        var escalated = (ChatEvent.ChatEscalated) events.getFirst();
        assertThat(escalated.to()).isEqualTo(Role.LEAD);
        assertThat(escalated.toDesk()).isEqualTo("leads");
        assertThat(escalated.updateBy()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        var informed = (ChatEvent.MessagePosted) events.getLast();
        assertThat(informed.author().kind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(informed.text().plain()).contains("12:30 (EST)", "chat@loans.example", "CK-1");
    }

    @Test
    void the_agent_may_name_time_contact_and_rung() {
        var named =
                new EscalateChat(
                        CHAT,
                        "escalation-1",
                        UPSET,
                        text("Waits for an hour"),
                        Role.MANAGER,
                        Duration.ofHours(2),
                        text("max@loans.example"),
                        null);

        List<ChatEvent> events = chat().given(served()).when(named).by(CASEY).at(NOON).events();

        var escalated = (ChatEvent.ChatEscalated) events.getFirst();
        assertThat(escalated.to()).isEqualTo(Role.MANAGER);
        assertThat(escalated.toDesk()).isEqualTo("management");
        assertThat(((ChatEvent.MessagePosted) events.getLast()).text().plain())
                .contains("14:00 (EST)", "max@loans.example");
    }

    @Test
    void the_agent_stays_responsible_after_escalating() {
        List<ChatEvent> escalated =
                chat().given(served()).when(escalate(UPSET, "Waits")).by(CASEY).events();
        var state = (Chat.Opened) chat().given(with(served(), escalated.getFirst())).state();

        assertThat(state.isServedBy("casey")).isTrue();
    }

    @Test
    void an_escalation_names_a_trigger_of_the_procedure() {
        chat().given(served())
                .when(escalate("bored", "Waits"))
                .by(CASEY)
                .thenViolates("escalation-trigger", "R88");
    }

    @Test
    void an_escalation_says_what_has_happened() {
        chat().given(served())
                .when(escalate(UPSET, " "))
                .by(CASEY)
                .thenViolates("escalation-detail", "R68");
    }

    @Test
    void an_escalation_goes_up_the_ladder_only() {
        chat().given(served())
                .when(escalate(Role.CSR, null))
                .by(CASEY)
                .thenViolates("escalation-ladder", "R92");
    }

    @Test
    void the_customer_is_promised_a_time_that_is_to_come() {
        chat().given(served())
                .when(escalate(null, Duration.ofMinutes(-1)))
                .by(CASEY)
                .thenViolates("escalation-timeline", "R95");
        chat().given(served())
                .when(escalate(null, Duration.ofSeconds(Long.MAX_VALUE)))
                .by(CASEY)
                .thenViolates("escalation-timeline", "R95");
    }

    @Test
    void a_breach_escalates_the_transfer_it_is_about() {
        var events = chat().given(handed()).when(breach(TRANSFER)).by(ROUTING).at(NOON).events();

        assertThat(events).hasSize(2);
        assertThat(((ChatEvent.ChatEscalated) events.getFirst()).transferId()).isEqualTo(TRANSFER);
    }

    @Test
    void a_breach_of_a_transfer_that_was_taken_meanwhile_is_stale() {
        chat().given(handedOver()).when(breach(TRANSFER)).by(ROUTING).thenRefused("stale-transfer");
        chat().given(handed()).when(breach("transfer-0")).by(ROUTING).thenRefused("stale-transfer");
    }

    @Test
    void a_lead_takes_over_from_the_agent() {
        chat().given(served())
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .then(takenOver("casey", null, null));
    }

    @Test
    void a_lead_takes_a_waiting_chat_out_of_its_line() {
        chat().given(opened())
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .then(takenOver(null, null, "customer-service"));
    }

    @Test
    void a_lead_takes_over_in_the_middle_of_a_transfer() {
        chat().given(handed())
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .then(takenOver("casey", "lee", null));
        chat().given(with(served(), requested()))
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .then(takenOver("casey", null, "loan-engineers"));
    }

    @Test
    void a_lead_does_not_take_over_twice() {
        chat().given(with(served(), takenOver("casey", null, null)))
                .when(new TakeOverChat(CHAT, "Morgan"))
                .by(MORGAN)
                .thenRefused("yours-already");
    }

    @Test
    void only_leads_take_over() {
        chat().given(served()).when(new TakeOverChat(CHAT, "Cam")).by(CAM).thenRefused("not-yours");
    }

    private static EscalateChat escalate(String trigger, String detail) {
        return new EscalateChat(
                CHAT, "escalation-1", trigger, text(detail), null, null, null, null);
    }

    private static EscalateChat escalate(@Nullable Role to, @Nullable Duration timeline) {
        return new EscalateChat(
                CHAT, "escalation-1", UPSET, text("Waits"), to, timeline, null, null);
    }

    private static EscalateChat breach(String transfer) {
        return new EscalateChat(
                CHAT,
                "escalation-1",
                "transfer-acknowledgement",
                text("The clock was not met."),
                Role.LEAD,
                null,
                null,
                transfer);
    }

    private static ChatEvent.ChatTakenOver takenOver(
            @Nullable String from, @Nullable String receiver, @Nullable String waitingAt) {
        return new ChatEvent.ChatTakenOver(
                CHAT, "morgan", "Morgan", "leads", from, receiver, waitingAt);
    }
}
