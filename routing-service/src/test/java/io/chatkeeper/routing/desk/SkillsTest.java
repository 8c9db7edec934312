package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.*;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.*;
import io.chatkeeper.routing.desk.DeskSkillEvent.NobodySkilled;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A transfer that goes to a skill.
class SkillsTest {
    private static final String DESK = "customer-service";
    private static final Wants TAX = Wants.onlySkilled(Customer.unknown(), "tax");

    private final SopRegister sops = new SopRegister();
    private Desk desk = Desk.EMPTY;

    @BeforeEach
    void publish() throws IOException {
        var file = RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml");
        sops.add(SopReader.read(Files.readAllBytes(file)));
    }

    private List<DeskEvent> when(DeskCommand command) throws Refused {
        var by = new Decision(Instant.EPOCH, Actor.system("test"), "c1");
        List<DeskEvent> events = DeskDecision.decide(desk, command, by, sops);
        for (DeskEvent event : events) {
            desk = Desk.evolve(desk, event);
        }
        return events;
    }

    private static NoteMember member(String agent, AgentStatus status, String... skills) {
        var profile = new AgentProfile(agent, agent, Role.CSR, DESK, List.of(), List.of(skills), 3);
        return new NoteMember(DESK, profile, status, 0);
    }

    private static QueueChat transfer(String notAgent) {
        return new QueueChat(DESK, "chat-1", "t1", notAgent, new SopRef("tidio-loan", 3), TAX);
    }

    @Test
    void nobody_helps_themselves_to_a_chat_for_a_skill_they_lack() throws Refused {
        when(member("lee", AgentStatus.AWAY, "tax"));
        when(transfer("ann"));
        when(member("casey", AgentStatus.AVAILABLE));
        var casey = new Decision(Instant.EPOCH, Actor.agent("casey", Role.CSR), "c2");

        assertThatThrownBy(() -> DeskDecision.decide(desk, new ClaimChat(DESK), casey, sops))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("line-empty"));
    }

    @Test
    void only_somebody_who_has_it_is_asked_however_free_the_others_are() throws Refused {
        when(member("cam", AgentStatus.AVAILABLE));
        when(member("lee", AgentStatus.AWAY, "tax"));
        assertThat(when(transfer("casey"))).hasOnlyElementsOfType(ChatQueued.class).hasSize(1);
        Member cam = desk.member("cam");
        assertThat(cam).isNotNull();
        assertThat(Choice.refusal(desk, desk.waiting("chat-1").orElseThrow(), cam))
                .contains("lacks the skill tax");
        assertThat(when(member("lee", AgentStatus.AVAILABLE, "tax")).getLast())
                .isInstanceOfSatisfying(
                        ChatOffered.class, offer -> assertThat(offer.agentId()).isEqualTo("lee"));
    }

    @Test
    void where_nobody_has_it_the_transfer_does_not_join_the_line() throws Refused {
        when(member("cam", AgentStatus.AVAILABLE));
        assertThat(when(transfer("casey")))
                .containsExactly(new NobodySkilled(DESK, "chat-1", "t1", "tax"));
        assertThat(desk.line().size()).isZero();
    }

    @Test
    void whoever_hands_it_over_does_not_count() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, "tax"));
        assertThat(when(transfer("casey")))
                .containsExactly(new NobodySkilled(DESK, "chat-1", "t1", "tax"));
        assertThat(when(transfer("lee"))).hasSize(2);
    }

    @Test
    void a_wish_is_served_by_somebody_else_as_before() throws Refused {
        when(member("cam", AgentStatus.AVAILABLE));
        var wish = new Wants(null, "tax", null);
        assertThat(when(new QueueChat(DESK, "chat-2", null, null, null, wish)))
                .hasAtLeastOneElementOfType(ChatOffered.class);
    }
}
