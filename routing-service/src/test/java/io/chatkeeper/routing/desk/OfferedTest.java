package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.*;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.routing.desk.DeskEvent.*;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Desks that ask their people, and desks whose people help themselves.
class OfferedTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String FILE =
            """
            sop: bakery
            version: 1
            title: Chats of a bakery
            review:
              last: 2026-11-01
              next: 2027-05-01
              approvedBy: {name: Ann Lee, title: Head of Service}
            calendars:
              always: {zone: Europe/Berlin, hours: always}
            desks:
              asked: {role: csr, calendar: always, offer: {how: push, answerWithin: PT20S, silences: 2}}
              open: {role: csr, calendar: always, offer: {how: pull}}
            """;
    private static final SopRegister SOPS = new SopRegister();

    static {
        SOPS.add(SopReader.read(FILE));
    }

    private String id = "asked";
    private Desk desk = Desk.EMPTY;

    @Test
    void a_person_is_asked_on_the_terms_of_the_procedure() throws Refused {
        here("casey");
        assertThat(when(queue("chat-1")))
                .last()
                .isInstanceOfSatisfying(
                        ChatOffered.class,
                        offer ->
                                assertThat(offer.terms())
                                        .isEqualTo(new OfferTerms(Duration.ofSeconds(20), 2)));
    }

    @Test
    void a_transfer_is_handed_without_asking_for_it_is_acknowledged() throws Refused {
        here("casey");
        assertThat(when(new QueueChat(id, "chat-1", "t1", "lee", null)))
                .last()
                .isInstanceOfSatisfying(
                        ChatOffered.class, offer -> assertThat(offer.terms()).isNull());
    }

    @Test
    void an_open_question_counts_as_one_slot_wherever_it_is_counted() throws Refused {
        here("casey");
        when(queue("chat-1"));
        assertThat(load("casey")).isEqualTo(1);
        member("casey", AgentStatus.AVAILABLE, 1);
        when(new AwaitAnswer(id, "chat-1", "casey", null, NOON, null));
        assertThat(load("casey")).isEqualTo(1);
        member("casey", AgentStatus.AVAILABLE, 0);
        when(no("chat-1", "casey", "declined"));
        assertThat(load("casey")).isZero();
    }

    @Test
    void an_answer_from_an_earlier_stay_in_the_line_is_none_to_the_offer_of_this_one()
            throws Refused {
        here("casey");
        when(queue("chat-1"));
        when(new LeaveLine(id, "chat-1", "closed"));
        when(queue("chat-1"));
        assertThat(when(new RejectPlacement(id, "chat-1", "casey", null, "declined", 1L)))
                .isEmpty();
        assertThat(when(new AwaitAnswer(id, "chat-1", "casey", null, NOON, 1L))).isEmpty();
        assertThat(when(new AwaitAnswer(id, "chat-1", "casey", null, NOON, 2L))).hasSize(1);
        assertThat(when(new RejectPlacement(id, "chat-1", "casey", null, "declined", 2L)))
                .isNotEmpty();
    }

    @Test
    void where_nobody_is_asked_a_late_placement_of_an_earlier_stay_places_nothing() throws Refused {
        here("casey");
        when(new QueueChat(id, "chat-1", "t1", "lee", null));
        when(new LeaveLine(id, "chat-1", "withdrawn"));
        when(new QueueChat(id, "chat-1", "t1", "lee", null));
        assertThat(when(new ConfirmPlacement(id, "chat-1", "casey", "t1", 1L))).isEmpty();
        assertThat(when(new ConfirmPlacement(id, "chat-1", "casey", "t1", 2L)))
                .containsExactly(new ChatPlaced(id, "chat-1", "casey"));
    }

    @Test
    void who_declines_is_never_asked_again_and_the_next_one_is() throws Refused {
        here("casey");
        when(queue("chat-1"));
        held("chat-1", "casey");
        here("cam");
        member("casey", AgentStatus.AVAILABLE, 0);
        assertThat(asked(when(no("chat-1", "casey", "declined")))).containsExactly("cam");
        held("chat-1", "cam");
        member("cam", AgentStatus.AVAILABLE, 0);
        assertThat(asked(when(no("chat-1", "cam", "declined")))).isEmpty();
        assertThat(asked(member("casey", AgentStatus.AWAY, 0))).isEmpty();
        assertThat(asked(member("casey", AgentStatus.AVAILABLE, 0))).isEmpty();
    }

    @Test
    void who_is_silent_is_asked_again_only_if_nobody_else_is_there() throws Refused {
        here("casey");
        when(queue("chat-1"));
        held("chat-1", "casey");
        member("casey", AgentStatus.AVAILABLE, 0);
        List<DeskEvent> after = when(no("chat-1", "casey", "no-answer"));
        assertThat(after.getFirst()).isEqualTo(new OfferTimedOut(id, "chat-1", "casey"));
        assertThat(asked(after)).containsExactly("casey");
        held("chat-1", "casey");
        here("cam");
        member("casey", AgentStatus.AVAILABLE, 0);
        assertThat(asked(when(no("chat-1", "casey", "no-answer")))).containsExactly("cam");
    }

    @Test
    void a_chat_that_leaves_while_somebody_is_asked_takes_its_question_along() throws Refused {
        here("casey");
        when(queue("chat-1"));
        held("chat-1", "casey");
        assertThat(when(new LeaveLine(id, "chat-1", "closed")))
                .containsExactly(
                        new OfferWithdrawn(id, "chat-1", null, "casey", "closed", 1L),
                        new ChatLeftLine(id, "chat-1", "closed"));
    }

    @Test
    void who_was_asked_has_the_chat_when_the_chat_says_so() throws Refused {
        here("casey");
        when(queue("chat-1"));
        held("chat-1", "casey");
        assertThat(when(new ConfirmPlacement(id, "chat-1", "casey", null, null)))
                .as("an answer that may be from before")
                .isEmpty();
        assertThat(when(new LeaveLine(id, "chat-1", "assigned", "casey")))
                .containsExactly(new ChatPlaced(id, "chat-1", "casey"));
    }

    @Test
    void a_chat_that_somebody_else_has_leaves_and_takes_its_question_along() throws Refused {
        here("casey");
        when(queue("chat-1"));
        held("chat-1", "casey");
        assertThat(when(new LeaveLine(id, "chat-1", "assigned", "cam"))).hasSize(2);
    }

    @Test
    void where_people_help_themselves_nobody_is_chosen() throws Refused {
        id = "open";
        here("casey");
        assertThat(asked(when(queue("chat-1")))).isEmpty();
        assertThat(asked(member("casey", AgentStatus.AVAILABLE, 1))).isEmpty();
    }

    @Test
    void a_claim_takes_whoever_has_waited_longest() throws Refused {
        id = "open";
        when(queue("chat-1"));
        when(queue("chat-2"));
        here("casey");
        assertThat(claim("casey")).extracting(ChatOffered::chatId).isEqualTo("chat-1");
        assertThat(claim("casey")).extracting(ChatOffered::chatId).isEqualTo("chat-2");
        refused("full");
    }

    @Test
    void a_claim_passes_over_what_one_has_handed_on_oneself() throws Refused {
        id = "open";
        when(new QueueChat(id, "chat-1", "t1", "casey", null));
        here("casey");
        refused("line-empty");
        when(queue("chat-2"));
        assertThat(claim("casey")).extracting(ChatOffered::chatId).isEqualTo("chat-2");
    }

    @Test
    void only_members_who_are_there_claim() throws Refused {
        id = "open";
        when(queue("chat-1"));
        refused("not-a-member");
        member("casey", AgentStatus.BUSY, 0);
        refused("not-available");
    }

    private void here(String agent) throws Refused {
        member(agent, AgentStatus.AVAILABLE, 0);
    }

    private List<DeskEvent> member(String agent, AgentStatus status, int held) throws Refused {
        var profile = new AgentProfile(agent, agent, Role.CSR, id, List.of(), List.of(), 2);
        return when(new NoteMember(id, profile, status, held));
    }

    /// What the agent's record tells when it begins to ask.
    private void held(String chat, String agent) throws Refused {
        member(agent, AgentStatus.AVAILABLE, 1);
        when(new AwaitAnswer(id, chat, agent, null, NOON.plusSeconds(20), null));
    }

    private int load(String agent) {
        Member member = desk.member(agent);
        return member == null ? -1 : member.load();
    }

    private QueueChat queue(String chat) {
        return new QueueChat(id, chat, null, null, null);
    }

    private RejectPlacement no(String chat, String agent, String reason) {
        return new RejectPlacement(id, chat, agent, null, reason, null);
    }

    private @Nullable ChatOffered claim(String agent) throws Refused {
        return when(new ClaimChat(id), Actor.agent(agent, Role.CSR)).getFirst()
                        instanceof ChatOffered offer
                ? offer
                : null;
    }

    private void refused(String code) {
        assertThatThrownBy(() -> claim("casey"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    private static List<String> asked(List<DeskEvent> events) {
        return events.stream()
                .filter(ChatOffered.class::isInstance)
                .map(event -> ((ChatOffered) event).agentId())
                .toList();
    }

    private List<DeskEvent> when(DeskCommand command) throws Refused {
        return when(command, Actor.system("test"));
    }

    private List<DeskEvent> when(DeskCommand command, Actor actor) throws Refused {
        List<DeskEvent> events =
                DeskDecision.decide(desk, command, new Decision(NOON, actor, "c1"), SOPS);
        for (DeskEvent event : events) {
            desk = Desk.evolve(desk, event);
        }
        return events;
    }
}
