package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Role;
import io.chatkeeper.routing.agent.AgentEvent.AgentDefined;
import io.chatkeeper.routing.agent.AgentEvent.AgentStatusChanged;
import io.chatkeeper.routing.agent.AgentEvent.SlotRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AgentAggregateTest {
    private static final Map<String, String> TARGET = Map.of("target", "agent-casey");
    private static final AgentProfile CASEY =
            new AgentProfile("casey", "Casey Lin", Role.CSR, "care", List.of(), List.of(), 5);

    private final AggregateTestFixture<AgentAggregate> fixture =
            new AggregateTestFixture<>(AgentAggregate.class);

    AgentAggregateTest() {
        fixture.registerCommandTargetResolver(new MetaDataCommandTargetResolver("target"));
        fixture.registerInjectableResource(new Decision(Instant.EPOCH, Actor.system("test"), "c1"));
    }

    @Test
    void a_command_goes_through_axon_and_its_events_come_out() {
        fixture.given(new AgentDefined(CASEY, AgentStatus.OFFLINE, 0))
                .when(new SetAgentStatus("casey", AgentStatus.AVAILABLE), TARGET)
                .expectEvents(new AgentStatusChanged(CASEY, AgentStatus.AVAILABLE, 0));
    }

    @Test
    void an_agent_that_nobody_defined_answers_too() {
        fixture.givenNoPriorActivity()
                .when(new ReserveSlot("casey", "chat-1", "care", null), TARGET)
                .expectEvents(
                        new SlotRefused("casey", "chat-1", "care", null, "unknown-agent", null));
    }
}
