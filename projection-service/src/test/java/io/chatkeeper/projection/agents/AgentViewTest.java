package io.chatkeeper.projection.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.PublicAgentEvent.*;
import io.chatkeeper.contract.Role;
import io.chatkeeper.projection.Happened;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AgentViewTest {
    private static final AgentProfile CASEY =
            new AgentProfile(
                    "casey", "Casey Lin", Role.CSR, "front", List.of("second"), List.of("a"), 2);

    private final AgentView view = new AgentView(Happened.JSON);

    private final Happened casey =
            Happened.on("agent-casey", new AgentDefined(CASEY, AgentStatus.OFFLINE, 0));

    @Test
    void an_agent_is_defined_with_every_desk_served() {
        assertThat(casey.foldedBy(view))
                .isEqualTo(
                        Happened.read(
                                """
                                {'agentId':'casey','name':'Casey Lin','role':'csr',
                                 'homeDesk':'front','helpsAt':['second'],'skills':['a'],
                                 'capacity':2,'desks':['front','second'],'status':'offline',
                                 'held':0}
                                """));
    }

    @Test
    void status_and_slots_follow_the_events() {
        casey.then(new AgentStatusChanged(CASEY, AgentStatus.WRAP_UP, 0));
        assertThat(casey.foldedBy(view).path("status").asString()).isEqualTo("wrap-up");
        assertThat(casey.foldedBy(view).path("statusSince").asString())
                .isEqualTo(Happened.at(2).toString());
        casey.then(new SlotGranted(CASEY, AgentStatus.BUSY, 2, "chat-a", "front", null, null));
        ObjectNode busy = casey.foldedBy(view);
        assertThat(busy.path("held").asInt()).isEqualTo(2);
        assertThat(busy.path("status").asString()).isEqualTo("busy");
        assertThat(busy.path("statusSince").asString()).isEqualTo(Happened.at(2).toString());
    }

    @Test
    void who_was_never_defined_is_no_agent() {
        assertThat(view.keeps(Happened.JSON.createObjectNode())).isFalse();
        assertThat(view.keeps(casey.foldedBy(view))).isTrue();
    }

    @Test
    void an_offer_is_shown_until_it_is_answered() {
        Instant soon = Happened.at(60);
        casey.then(
                new SlotHeld(CASEY, AgentStatus.AVAILABLE, 1, "chat-a", "front", null, soon, null));
        assertThat(casey.foldedBy(view).path("offers").path(0))
                .isEqualTo(
                        Happened.read(
                                "{'chatId':'chat-a','desk':'front','answerBy':'" + soon + "'}"));
        casey.then(
                new HoldEnded(
                        CASEY,
                        AgentStatus.AWAY,
                        0,
                        "chat-a",
                        "front",
                        null,
                        "no-answer",
                        null,
                        null));
        assertThat(casey.foldedBy(view).has("offers")).isFalse();
    }

    @Test
    void why_somebody_is_away_is_shown_until_they_are_back() {
        casey.then(new AgentStatusChanged(CASEY, AgentStatus.AWAY, 0, "silent"));
        assertThat(casey.foldedBy(view).path("statusReason").asString()).isEqualTo("silent");
        casey.then(new AgentStatusChanged(CASEY, AgentStatus.AVAILABLE, 0));
        assertThat(casey.foldedBy(view).has("statusReason")).isFalse();
    }
}
