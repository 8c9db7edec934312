package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand.SeekHelp;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.routing.desk.DeskEvent.HelpFound;
import io.chatkeeper.routing.desk.DeskEvent.MemberNoted;
import io.chatkeeper.routing.desk.DeskEvent.NobodyThere;
import io.chatkeeper.sop.SopRegister;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RungsTest {
    private static final String DESK = "leads";
    private Desk desk = Desk.EMPTY;

    private void member(String id, Role role, AgentStatus status, int held) {
        var profile = new AgentProfile(id, id, role, DESK, List.of(), List.of(), 5);
        desk = Desk.evolve(desk, new MemberNoted(DESK, profile, status, held));
    }

    private DeskEvent sought(Role lowest, @Nullable String notAgent) throws Refused {
        var events = decided(lowest, notAgent, Actor.system("routing.seek-help"));
        assertThat(events).hasSize(1);
        assertThat(Desk.evolve(desk, events.getFirst())).isSameAs(desk);
        return events.getFirst();
    }

    private List<DeskEvent> decided(Role lowest, @Nullable String notAgent, Actor by)
            throws Refused {
        return DeskDecision.decide(
                desk,
                new SeekHelp(DESK, "chat-1", "e-1", lowest, notAgent),
                new Decision(Instant.EPOCH, by, "c"),
                new SopRegister());
    }

    private static HelpFound found(String id, String because) {
        return new HelpFound(DESK, "chat-1", "e-1", id, id, because);
    }

    @Test
    void somebody_free_with_the_least_to_do_is_asked() throws Refused {
        member("busy", Role.LEAD, AgentStatus.BUSY, 0);
        member("loaded", Role.LEAD, AgentStatus.AVAILABLE, 3);
        member("morgan", Role.LEAD, AgentStatus.AVAILABLE, 1);
        assertThat(sought(Role.LEAD, null)).isEqualTo(found("morgan", "available, 1 of 5"));
    }

    @Test
    void who_is_busy_is_there_and_who_is_away_is_not() throws Refused {
        member("away", Role.LEAD, AgentStatus.AWAY, 0);
        member("gone", Role.LEAD, AgentStatus.OFFLINE, 0);
        assertThat(sought(Role.LEAD, null))
                .isEqualTo(new NobodyThere(DESK, "chat-1", "e-1", Role.LEAD));
        member("busy", Role.LEAD, AgentStatus.WRAP_UP, 5);
        assertThat(sought(Role.LEAD, null)).isEqualTo(found("busy", "wrap-up, 5 of 5"));
    }

    @Test
    void only_the_rung_and_those_above_it_are_asked_and_never_who_escalated() throws Refused {
        member("cam", Role.CSR, AgentStatus.AVAILABLE, 0);
        member("morgan", Role.LEAD, AgentStatus.AVAILABLE, 0);
        assertThat(sought(Role.SUPERVISOR, null)).isInstanceOf(NobodyThere.class);
        assertThat(sought(Role.LEAD, "morgan")).isInstanceOf(NobodyThere.class);
        member("sam", Role.SUPERVISOR, AgentStatus.AVAILABLE, 4);
        assertThat(sought(Role.SUPERVISOR, null)).isEqualTo(found("sam", "available, 4 of 5"));
        assertThat(sought(Role.LEAD, "morgan")).isEqualTo(found("sam", "available, 4 of 5"));
    }

    @Test
    void only_the_system_looks_for_help() {
        assertThatThrownBy(() -> decided(Role.LEAD, null, Actor.agent("casey", Role.CSR)))
                .isInstanceOf(Refused.class);
    }
}
