package io.chatkeeper.routing.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand;
import io.chatkeeper.contract.AgentCommand.LoseConsole;
import io.chatkeeper.contract.AgentCommand.SeeConsole;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Patience;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.routing.agent.AgentEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A console is seen, lost, and comes back; minute by minute.
class ConsolesTest {
    private static final Actor PRESENCE = Actor.system("gateway.presence");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final AgentProfile CASEY =
            new AgentProfile("casey", "Casey", Role.CSR, "desk", List.of(), List.of(), 5);

    private Agent agent = new Agent.Undefined();

    private static Instant minute(double minutes) {
        return Instant.EPOCH.plusMillis(Math.round(minutes * 60_000));
    }

    private void given(AgentEvent... events) {
        for (AgentEvent event : events) {
            agent = Agent.evolve(agent, event);
        }
    }

    private List<AgentEvent> at(double minute, AgentCommand command) throws Refused {
        return at(minute, command, PRESENCE);
    }

    private List<AgentEvent> at(double minute, AgentCommand command, Actor by) throws Refused {
        var events = AgentDecision.decide(agent, command, new Decision(minute(minute), by, "c"));
        events.forEach(event -> agent = Agent.evolve(agent, event));
        return events;
    }

    private List<AgentEvent> wake(double minute) throws Refused {
        return at(minute, new WakeUp("agent-casey", minute(minute)));
    }

    private @Nullable Instant next() {
        return ((Agent.Defined) agent).presence().next();
    }

    /// Available, with one chat.
    private void atWork() {
        given(
                new AgentDefined(CASEY, AgentStatus.OFFLINE, 0),
                new AgentStatusChanged(CASEY, AgentStatus.AVAILABLE, 0),
                new SlotGranted(CASEY, AgentStatus.AVAILABLE, 1, "chat-1", "desk", null, null));
    }

    private static SeeConsole see(String gateway) {
        return new SeeConsole("casey", gateway, PATIENCE);
    }

    private static LoseConsole lose(String gateway) {
        return new LoseConsole("casey", gateway);
    }

    @Test
    void a_lost_connection_turns_to_away_after_the_time_of_grace() throws Refused {
        atWork();
        at(0, see("g1"));
        assertThat(at(2, lose("g1")))
                .containsExactly(new ConsoleLost("casey", "g1", false, minute(3), minute(7)));
        assertThat(wake(2.9)).isEmpty();
        assertThat(next()).isEqualTo(minute(3));
        assertThat(wake(3))
                .containsExactly(
                        new AgentWentMissing(CASEY, AgentStatus.AWAY, 1, AgentStatus.AVAILABLE));
    }

    @Test
    void after_a_longer_time_the_chats_are_given_back_once() throws Refused {
        atWork();
        at(0, see("g1"));
        at(2, lose("g1"));
        wake(3);
        assertThat(next()).isEqualTo(minute(7));
        assertThat(wake(7)).containsExactly(new ChatsGivenBack("casey", List.of("chat-1")));
        assertThat(next()).isNull();
        assertThat(wake(9)).isEmpty();
    }

    @Test
    void a_wake_up_that_comes_late_catches_up_on_everything_in_order() throws Refused {
        atWork();
        at(0, see("g1"));
        at(2, lose("g1"));
        assertThat(wake(60))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("AgentWentMissing", "ChatsGivenBack");
    }

    @Test
    void coming_back_in_time_changes_nothing() throws Refused {
        atWork();
        at(0, see("g1"));
        at(2, lose("g1"));
        assertThat(at(2.5, see("g2")))
                .containsExactly(new ConsoleSeen("casey", "g2", minute(12.5), PATIENCE));
        assertThat(wake(7)).isEmpty();
    }

    @Test
    void coming_back_restores_what_the_agent_was_doing() throws Refused {
        atWork();
        given(new AgentStatusChanged(CASEY, AgentStatus.BUSY, 1));
        at(0, see("g1"));
        at(2, lose("g1"));
        wake(3);
        assertThat(at(4, see("g1")))
                .containsExactly(
                        new ConsoleSeen("casey", "g1", minute(14), PATIENCE),
                        new AgentCameBack(CASEY, AgentStatus.BUSY, 1));
        assertThat(wake(7)).isEmpty();
    }

    @Test
    void what_somebody_has_said_meanwhile_is_not_undone() throws Refused {
        atWork();
        at(0, see("g1"));
        at(2, lose("g1"));
        wake(3);
        at(4, new SetAgentStatus("casey", AgentStatus.OFFLINE), Actor.agent("morgan", Role.LEAD));
        assertThat(at(5, see("g1")))
                .containsExactly(new ConsoleSeen("casey", "g1", minute(15), PATIENCE));
    }

    @Test
    void while_another_gateway_sees_the_console_nothing_follows() throws Refused {
        atWork();
        at(0, see("g1"));
        at(0, see("g2"));
        assertThat(at(2, lose("g1")))
                .containsExactly(new ConsoleLost("casey", "g1", true, null, null));
        assertThat(wake(7)).isEmpty();
        assertThat(at(8, lose("g1"))).isEmpty();
    }

    @Test
    void the_word_of_a_gateway_that_was_killed_runs_out() throws Refused {
        atWork();
        at(0, see("g1"));
        assertThat(next()).isEqualTo(minute(10));
        assertThat(wake(10))
                .containsExactly(new ConsoleLost("casey", "g1", false, minute(11), minute(15)));
    }

    @Test
    void the_same_word_again_holds_longer() throws Refused {
        atWork();
        at(0, see("g1"));
        at(5, see("g1"));
        assertThat(wake(10)).isEmpty();
        assertThat(next()).isEqualTo(minute(15));
    }

    @Test
    void of_who_has_gone_home_without_chats_nothing_is_expected() throws Refused {
        given(new AgentDefined(CASEY, AgentStatus.OFFLINE, 0));
        at(0, see("g1"));
        assertThat(at(1, lose("g1")))
                .containsExactly(new ConsoleLost("casey", "g1", false, null, null));
        assertThat(next()).isNull();
    }

    @Test
    void of_who_works_without_a_console_nothing_is_concluded() throws Refused {
        atWork();
        assertThat(at(1, lose("g1"))).isEmpty();
        assertThat(next()).isNull();
    }

    @Test
    void only_the_system_says_who_is_seen_and_of_strangers_nothing_is_kept() throws Refused {
        assertThat(at(0, see("g1"))).isEmpty();
        assertThat(at(0, lose("g1"))).isEmpty();
        assertThatThrownBy(() -> at(0, see("g1"), Actor.agent("casey", Role.CSR)))
                .isInstanceOf(Refused.class);
    }
}
