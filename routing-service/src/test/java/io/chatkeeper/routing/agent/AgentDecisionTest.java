package io.chatkeeper.routing.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.*;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.routing.agent.AgentEvent.*;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentDecisionTest {
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor CASEY = Actor.agent("casey", Role.CSR);
    private static final AgentProfile PROFILE = profile(2);

    @Test
    void a_new_agent_starts_offline() throws Refused {
        assertThat(when(SYSTEM, new DefineAgent(PROFILE)))
                .containsExactly(new AgentDefined(PROFILE, AgentStatus.OFFLINE, 0));
    }

    @Test
    void defining_an_agent_again_changes_nothing() throws Refused {
        assertThat(when(SYSTEM, new DefineAgent(PROFILE), defined())).isEmpty();
    }

    @Test
    void a_changed_profile_keeps_status_and_slots() throws Refused {
        assertThat(
                        when(
                                Actor.agent("ada", Role.ADMIN),
                                new DefineAgent(profile(3)),
                                defined(),
                                available(),
                                granted("chat-1", null, 1)))
                .containsExactly(new AgentDefined(profile(3), AgentStatus.AVAILABLE, 1));
    }

    @Test
    void a_capacity_is_from_1_to_50() {
        assertThat(refused(SYSTEM, new DefineAgent(profile(0)))).isEqualTo(RefusalKind.MALFORMED);
        assertThat(refused(SYSTEM, new DefineAgent(profile(51)))).isEqualTo(RefusalKind.MALFORMED);
    }

    @Test
    void only_an_admin_defines_agents() {
        assertThat(refused(Actor.agent("max", Role.MANAGER), new DefineAgent(PROFILE)))
                .isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void an_agent_says_what_they_are_doing() throws Refused {
        assertThat(when(CASEY, new SetAgentStatus("casey", AgentStatus.AVAILABLE), defined()))
                .containsExactly(available());
    }

    @Test
    void a_lead_may_say_it_for_an_agent() throws Refused {
        assertThat(
                        when(
                                Actor.agent("morgan", Role.LEAD),
                                new SetAgentStatus("casey", AgentStatus.AWAY),
                                defined()))
                .containsExactly(new AgentStatusChanged(PROFILE, AgentStatus.AWAY, 0));
    }

    @Test
    void a_colleague_may_not() {
        assertThat(
                        refused(
                                Actor.agent("cam", Role.CSR),
                                new SetAgentStatus("casey", AgentStatus.AWAY),
                                defined()))
                .isEqualTo(RefusalKind.FORBIDDEN);
    }

    @Test
    void the_same_status_again_changes_nothing() throws Refused {
        assertThat(when(CASEY, new SetAgentStatus("casey", AgentStatus.OFFLINE), defined()))
                .isEmpty();
    }

    @Test
    void an_agent_that_nobody_defined_has_no_status() {
        assertThat(refused(CASEY, new SetAgentStatus("casey", AgentStatus.AWAY)))
                .isEqualTo(RefusalKind.NOT_FOUND);
    }

    @Test
    void an_available_agent_grants_a_slot() throws Refused {
        assertThat(when(SYSTEM, reserve("chat-1", "care", null), defined(), available()))
                .containsExactly(
                        new SlotGranted(
                                PROFILE, AgentStatus.AVAILABLE, 1, "chat-1", "care", null, null));
    }

    @Test
    void a_transfer_straight_to_the_agent_comes_to_the_home_desk() throws Refused {
        assertThat(when(SYSTEM, reserve("chat-1", null, "t1"), defined(), available()))
                .containsExactly(granted("chat-1", "t1", 1));
    }

    @Test
    void a_chat_that_has_a_slot_is_granted_it_again_and_counted_once() throws Refused {
        AgentEvent first = granted("chat-1", null, 1);
        assertThat(
                        when(
                                SYSTEM,
                                reserve("chat-1", null, "t1"),
                                defined(),
                                available(),
                                first,
                                granted("chat-2", null, 2)))
                .containsExactly(granted("chat-1", "t1", 2));
    }

    @Test
    void slots_are_refused_in_words_and_as_events() throws Refused {
        AgentCommand ask = reserve("chat-3", "care", "t1");
        assertThat(when(SYSTEM, ask)).containsExactly(no("unknown-agent"));
        assertThat(when(SYSTEM, ask, no("unknown-agent"))).containsExactly(no("unknown-agent"));
        assertThat(when(SYSTEM, ask, defined())).containsExactly(no("not-available"));
        assertThat(
                        when(
                                SYSTEM,
                                ask,
                                defined(),
                                available(),
                                granted("chat-1", null, 1),
                                granted("chat-2", null, 2)))
                .containsExactly(no("full"));
    }

    @Test
    void a_desk_that_the_agent_has_left_is_refused() throws Refused {
        assertThat(when(SYSTEM, reserve("chat-3", "support", "t1"), defined(), available()))
                .containsExactly(
                        new SlotRefused("casey", "chat-3", "support", "t1", "not-a-member", null));
    }

    @Test
    void a_lead_who_takes_over_gets_a_slot_whatever_the_capacity() throws Refused {
        assertThat(
                        when(
                                SYSTEM,
                                new OccupySlot("casey", "chat-3", "leads"),
                                defined(),
                                granted("chat-1", null, 1),
                                granted("chat-2", null, 2)))
                .containsExactly(occupied("chat-3", 3));
    }

    @Test
    void a_slot_is_occupied_once() throws Refused {
        AgentCommand occupy = new OccupySlot("casey", "chat-1", "leads");
        assertThat(when(SYSTEM, occupy, defined(), occupied("chat-1", 1))).isEmpty();
        assertThat(when(SYSTEM, occupy)).isEmpty();
    }

    @Test
    void a_slot_that_is_held_is_released() throws Refused {
        assertThat(
                        when(
                                SYSTEM,
                                new ReleaseSlot("casey", "chat-1"),
                                defined(),
                                granted("chat-1", null, 1)))
                .containsExactly(new SlotReleased(PROFILE, AgentStatus.OFFLINE, 0, "chat-1"));
    }

    @Test
    void a_slot_that_is_not_held_is_not_released() throws Refused {
        assertThat(when(SYSTEM, new ReleaseSlot("casey", "chat-1"), defined())).isEmpty();
        assertThat(when(SYSTEM, new ReleaseSlot("casey", "chat-1"))).isEmpty();
    }

    @Test
    void an_assignment_that_the_chat_did_not_take_gives_its_slot_back() throws Refused {
        assertThat(
                        when(
                                SYSTEM,
                                new ReturnSlot("casey", "chat-1", "t1"),
                                defined(),
                                granted("chat-1", "t1", 1)))
                .containsExactly(new SlotReleased(PROFILE, AgentStatus.OFFLINE, 0, "chat-1"));
    }

    @Test
    void a_slot_that_serves_something_else_by_now_stays() throws Refused {
        AgentCommand back = new ReturnSlot("casey", "chat-1", "t1");
        assertThat(
                        when(
                                SYSTEM,
                                back,
                                defined(),
                                granted("chat-1", "t1", 1),
                                granted("chat-1", "t2", 1)))
                .isEmpty();
        assertThat(when(SYSTEM, back, defined(), occupied("chat-1", 1), granted("chat-1", "t1", 1)))
                .isEmpty();
    }

    @Test
    void slots_are_given_and_taken_by_the_system_alone() {
        for (AgentCommand command :
                List.of(
                        reserve("chat-1", null, null),
                        new OccupySlot("casey", "chat-1", "care"),
                        new ReleaseSlot("casey", "chat-1"),
                        new ReturnSlot("casey", "chat-1", null))) {
            assertThat(refused(Actor.agent("max", Role.MANAGER), command, defined()))
                    .isEqualTo(RefusalKind.FORBIDDEN);
        }
    }

    @Test
    void waking_an_agent_up_does_nothing() throws Refused {
        assertThat(when(SYSTEM, new WakeUp("agent-casey", Instant.EPOCH), defined())).isEmpty();
    }

    private static List<AgentEvent> when(Actor actor, AgentCommand command, AgentEvent... given)
            throws Refused {
        Agent agent = new Agent.Undefined();
        for (AgentEvent event : given) {
            agent = Agent.evolve(agent, event);
        }
        return AgentDecision.decide(agent, command, new Decision(Instant.EPOCH, actor, "c1"));
    }

    private static @Nullable RefusalKind refused(
            Actor actor, AgentCommand command, AgentEvent... given) {
        Refused refused = catchThrowableOfType(Refused.class, () -> when(actor, command, given));
        return refused == null ? null : refused.refusal().kind();
    }

    private static AgentProfile profile(int capacity) {
        return new AgentProfile(
                "casey",
                "Casey Lin",
                Role.CSR,
                "customer-service",
                List.of("care"),
                List.of(),
                capacity);
    }

    private static AgentEvent defined() {
        return new AgentDefined(PROFILE, AgentStatus.OFFLINE, 0);
    }

    private static AgentEvent available() {
        return new AgentStatusChanged(PROFILE, AgentStatus.AVAILABLE, 0);
    }

    @Test
    void a_slot_granted_twice_stays_until_both_grants_are_given_back() throws Refused {
        AgentCommand back = new ReturnSlot("casey", "chat-1", null);
        AgentEvent once = new GrantReturned(PROFILE, AgentStatus.AVAILABLE, 1, "chat-1");
        AgentEvent first = granted("chat-1", null, 1);
        assertThat(when(SYSTEM, back, defined(), available(), first, first)).containsExactly(once);
        assertThat(when(SYSTEM, back, defined(), available(), first, first, once))
                .containsExactly(new SlotReleased(PROFILE, AgentStatus.AVAILABLE, 0, "chat-1"));
    }

    private static AgentEvent granted(String chat, @Nullable String transfer, int held) {
        return new SlotGranted(
                PROFILE, AgentStatus.AVAILABLE, held, chat, "customer-service", transfer, null);
    }

    private static AgentEvent occupied(String chat, int held) {
        return new SlotOccupied(PROFILE, AgentStatus.OFFLINE, held, chat, "leads");
    }

    private static AgentEvent no(String reason) {
        return new SlotRefused("casey", "chat-3", "care", "t1", reason, null);
    }

    private static ReserveSlot reserve(
            String chat, @Nullable String desk, @Nullable String transfer) {
        return new ReserveSlot("casey", chat, desk, transfer);
    }
}
