package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.annotation.FixedValueParameterResolver;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// The shell routes and stores; it decides nothing.
class ChatAggregateTest {
    private static final Map<String, ?> TARGET = Map.of("target", CHAT);

    @Test
    void a_command_goes_through_axon_to_its_decision() {
        fixtureFor(new Decision(NOON, CASEY, "command-1"))
                .given(served())
                .when(post("Anything else?"), TARGET)
                .expectEvents(said("casey", "Anything else?"));
    }

    @Test
    void a_refusal_comes_out_of_axon_as_it_is() {
        fixtureFor(new Decision(NOON, LEE, "command-1"))
                .given(handedOver())
                .when(new ResolveChat(CHAT, text("Done")), TARGET)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionMessage("sop-violation");
    }

    @Test
    void the_shell_says_when_it_wants_to_be_woken_and_under_which_procedure_it_decides() {
        ChatAggregate shell = new ChatAggregate();
        assertThat(shell.wakeAt()).isNull();
        assertThat(shell.sop()).isNull();

        served().forEach(shell::on);

        assertThat(shell.wakeAt()).isEqualTo(IDLE_AT);
        assertThat(shell.sop()).isEqualTo(LOAN);

        List.of(resolved(), closed()).forEach(shell::on);

        assertThat(shell.wakeAt()).isNull();
    }

    @Test
    void a_decision_outside_a_unit_of_work_fails() {
        var decided = new ChatAggregate();
        Decision by = new Decision(NOON, ROUTING, "command-1");
        var open =
                new OpenChat(CHAT, "CK-1", "loan", "tidio-loan", customer(), null, null, Map.of());

        assertThatThrownBy(() -> decided.on(open, by, SOPS))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> AggregateLifecycle.apply(opened()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static FixtureConfiguration<ChatAggregate> fixtureFor(Decision by) {
        FixtureConfiguration<ChatAggregate> fixture =
                new AggregateTestFixture<>(ChatAggregate.class);
        return fixture.registerCommandTargetResolver(new MetaDataCommandTargetResolver("target"))
                .registerInjectableResource(SOPS)
                .registerParameterResolverFactory((_, parameters, index) ->
                        parameters[index].getType() == Decision.class
                                ? new FixedValueParameterResolver<>(by)
                                : null);
    }
}
