package io.chatkeeper.routing.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.*;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.routing.agent.AgentEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Being asked before being given a chat.
class HoldsTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor CASEY = Actor.agent("casey", Role.CSR);
    private static final PersonalText WHY = PersonalText.of("On the phone.");
    private static final OfferTerms TERMS = new OfferTerms(Duration.ofSeconds(30), 2);
    private static final AgentProfile PROFILE =
            new AgentProfile("casey", "Casey", Role.CSR, "care", List.of("shop"), List.of(), 2);

    private Agent agent = new Agent.Undefined();

    private void here() throws Refused {
        when(NOON, SYSTEM, new DefineAgent(PROFILE));
        when(NOON, CASEY, new SetAgentStatus("casey", AgentStatus.AVAILABLE));
    }

    @Test
    void an_offer_holds_a_slot_until_its_answer_is_due() throws Refused {
        here();
        assertThat(when(NOON, SYSTEM, offer("chat-1"))).containsExactly(held("chat-1", 1, NOON));
        assertThat(Agent.answerBy(agent)).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void held_slots_count_so_that_nobody_is_offered_more_than_they_can_take() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        when(NOON, SYSTEM, offer("chat-2"));
        assertThat(when(NOON, SYSTEM, offer("chat-3")))
                .containsExactly(new SlotRefused("casey", "chat-3", "care", null, "full", null));
    }

    @Test
    void taking_it_grants_the_slot_and_taking_it_again_changes_nothing() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(when(NOON, CASEY, new AcceptOffer("casey", "chat-1", null)))
                .containsExactly(
                        new SlotGranted(
                                PROFILE, AgentStatus.AVAILABLE, 1, "chat-1", "care", null, null));
        assertThat(when(NOON, CASEY, new AcceptOffer("casey", "chat-1", null))).isEmpty();
        assertThat(Agent.answerBy(agent)).isNull();
    }

    @Test
    void an_answer_to_an_offer_that_is_over_is_none_to_the_one_that_is_open() throws Refused {
        here();
        when(NOON, SYSTEM, new ReserveSlot("casey", "chat-1", "care", null, TERMS, 7L));
        refused("offer-gone", new AcceptOffer("casey", "chat-1", 6L));
        refused("offer-gone", new DeclineOffer("casey", "chat-1", WHY, 6L));
        var late = new WithdrawOffer("casey", "chat-1", "care", null, 6L);
        assertThat(when(NOON, SYSTEM, late)).isEmpty();
        assertThat(when(NOON, CASEY, new AcceptOffer("casey", "chat-1", 7L)))
                .singleElement()
                .isInstanceOfSatisfying(
                        SlotGranted.class, slot -> assertThat(slot.offer()).isEqualTo(7L));
    }

    @Test
    void declining_frees_the_slot_and_says_why() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(when(NOON, CASEY, new DeclineOffer("casey", "chat-1", WHY, null)))
                .containsExactly(ended(AgentStatus.AVAILABLE, "chat-1", 0, "declined", WHY));
        refused("offer-gone", new AcceptOffer("casey", "chat-1", null));
    }

    @Test
    void who_declines_says_why_and_does_so_before_having_the_chat() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        refused("malformed", new DeclineOffer("casey", "chat-1", PersonalText.of(" "), null));
        when(NOON, CASEY, new AcceptOffer("casey", "chat-1", null));
        refused("accepted-already", new DeclineOffer("casey", "chat-1", WHY, null));
        refused("offer-gone", new DeclineOffer("casey", "chat-2", WHY, null));
    }

    @Test
    void nobody_answers_for_somebody_else() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        for (Actor other : List.of(Actor.agent("cam", Role.CSR), SYSTEM)) {
            assertThatThrownBy(() -> when(NOON, other, new AcceptOffer("casey", "chat-1", null)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            no -> assertThat(no.refusal().code()).isEqualTo("not-yours"));
        }
    }

    @Test
    void an_offer_that_is_not_answered_ends_when_it_is_due_and_not_before() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(wake(29)).isEmpty();
        assertThat(wake(30))
                .containsExactly(ended(AgentStatus.AVAILABLE, "chat-1", 0, "no-answer", null));
        assertThat(wake(31)).isEmpty();
    }

    @Test
    void who_is_silent_too_often_is_away_before_the_offer_goes_back() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        wake(30);
        when(NOON.plusSeconds(31), SYSTEM, offer("chat-2"));
        when(NOON.plusSeconds(50), SYSTEM, offer("chat-3"));
        assertThat(wake(61))
                .containsExactly(
                        new AgentStatusChanged(PROFILE, AgentStatus.AWAY, 2, "silent"),
                        ended(AgentStatus.AWAY, "chat-2", 1, "no-answer", null),
                        ended(AgentStatus.AWAY, "chat-3", 0, "away", null));
    }

    @Test
    void any_answer_and_coming_back_begin_the_count_anew() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        wake(30);
        when(NOON.plusSeconds(30), SYSTEM, offer("chat-2"));
        when(NOON.plusSeconds(31), CASEY, new DeclineOffer("casey", "chat-2", WHY, null));
        when(NOON.plusSeconds(31), SYSTEM, offer("chat-3"));
        assertThat(wake(61)).hasSize(1);
        when(NOON.plusSeconds(70), CASEY, new SetAgentStatus("casey", AgentStatus.BUSY));
        when(NOON.plusSeconds(71), CASEY, new SetAgentStatus("casey", AgentStatus.AVAILABLE));
        when(NOON.plusSeconds(72), SYSTEM, offer("chat-4"));
        assertThat(wake(102)).hasSize(1);
    }

    @Test
    void who_goes_is_asked_no_more() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(when(NOON, CASEY, new SetAgentStatus("casey", AgentStatus.WRAP_UP)))
                .containsExactly(
                        new AgentStatusChanged(PROFILE, AgentStatus.WRAP_UP, 1),
                        ended(AgentStatus.WRAP_UP, "chat-1", 0, "wrap-up", null));
    }

    @Test
    void a_desk_withdraws_its_own_offer_only() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(when(NOON, SYSTEM, new WithdrawOffer("casey", "chat-1", "shop", null, null)))
                .isEmpty();
        assertThat(when(NOON, SYSTEM, new WithdrawOffer("casey", "chat-1", "care", null, null)))
                .containsExactly(ended(AgentStatus.AVAILABLE, "chat-1", 0, "withdrawn", null));
        assertThat(when(NOON, SYSTEM, new WithdrawOffer("casey", "chat-1", "care", null, null)))
                .isEmpty();
    }

    @Test
    void what_is_only_offered_is_not_released() throws Refused {
        here();
        when(NOON, SYSTEM, offer("chat-1"));
        assertThat(when(NOON, SYSTEM, new ReleaseSlot("casey", "chat-1"))).isEmpty();
    }

    @Test
    void a_chat_that_the_agent_has_already_is_not_offered_to_them() throws Refused {
        here();
        when(NOON, SYSTEM, new ReserveSlot("casey", "chat-1", "care", null));
        assertThat(when(NOON, SYSTEM, offer("chat-1")))
                .containsExactly(
                        new SlotGranted(
                                PROFILE, AgentStatus.AVAILABLE, 1, "chat-1", "care", null, null));
    }

    private List<AgentEvent> wake(int seconds) throws Refused {
        Instant due = NOON.plusSeconds(seconds);
        return when(due, SYSTEM, new WakeUp("agent-casey", due));
    }

    private List<AgentEvent> when(Instant at, Actor actor, AgentCommand command) throws Refused {
        List<AgentEvent> events =
                AgentDecision.decide(agent, command, new Decision(at, actor, "c1"));
        for (AgentEvent event : events) {
            agent = Agent.evolve(agent, event);
        }
        return events;
    }

    private void refused(String code, AgentCommand command) {
        assertThatThrownBy(() -> when(NOON, CASEY, command))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    private static ReserveSlot offer(String chat) {
        return new ReserveSlot("casey", chat, "care", null, TERMS, null);
    }

    private static AgentEvent held(String chat, int held, Instant at) {
        return new SlotHeld(
                PROFILE,
                AgentStatus.AVAILABLE,
                held,
                chat,
                "care",
                null,
                at.plusSeconds(30),
                2,
                null);
    }

    private static AgentEvent ended(
            AgentStatus status,
            String chat,
            int held,
            String reason,
            @Nullable PersonalText words) {
        return new HoldEnded(PROFILE, status, held, chat, "care", null, reason, words, null);
    }
}
