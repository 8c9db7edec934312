package io.chatkeeper.routing.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentCommand.*;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.DeskCommand.*;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicAgentEvent.*;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.PublicClockActEvent.TransferReassigned;
import io.chatkeeper.contract.PublicDeskEvent.ChatOffered;
import io.chatkeeper.contract.PublicDeskEvent.OfferWithdrawn;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicLadderEvent.EscalationClimbed;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingPoliciesTest {
    private static final SopRef SOP = new SopRef("tidio-loan", 1);
    private static final String CHAT = "chat-1";
    private static final PersonalText TEXT = PersonalText.of("wants a payoff letter");
    private static final Wants SPANISH = new Wants("c-7", null, "es");
    private static final AgentProfile LEE =
            new AgentProfile("lee", "Lee", Role.SPECIALIST, "loans", List.of("care"), List.of(), 5);

    @Test
    void a_reassigned_transfer_frees_its_receiver_and_looks_for_another_one() {
        var again =
                new TransferReassigned(
                        CHAT, "act", "clock", "ack", "t1", "breached", "lee", "loans", SPANISH);
        assertThat(after(again))
                .containsExactly(
                        new ReleaseSlot("lee", CHAT),
                        new QueueChat("loans", CHAT, "t1", "lee", SOP, SPANISH));
    }

    @Test
    void an_opened_chat_joins_the_line_of_its_desk() {
        assertThat(
                        after(
                                new ChatOpened(
                                        CHAT,
                                        "R-1",
                                        "demo",
                                        SOP,
                                        "desk",
                                        Customer.unknown(),
                                        null,
                                        Map.of())))
                .containsExactly(new QueueChat("desk", CHAT, null, null, SOP, Wants.NOTHING));
    }

    @Test
    void a_chat_looks_for_the_skill_of_its_topic_its_language_and_who_knows_the_customer() {
        var fields = Map.of("language", PersonalText.of("es-MX"));
        var known = new Customer(null, null, "c-7", true);
        assertThat(Wants.of(known, "Late Fees!", fields))
                .isEqualTo(new Wants("c-7", "late-fees", "es"));
        var unverified = new Customer(null, null, "c-7", false);
        assertThat(Wants.of(unverified, "?", Map.of())).isEqualTo(Wants.NOTHING);
        var sent = new TransferRequested(CHAT, "t1", "casey", "desk", "loans", null, TEXT, SPANISH);
        assertThat(after(sent))
                .containsExactly(new QueueChat("loans", CHAT, "t1", "casey", SOP, SPANISH));
    }

    @Test
    void a_reopened_chat_joins_the_line_unless_it_has_its_agent_still() {
        assertThat(after(new ChatReopened(CHAT, TEXT, "desk", null)))
                .containsExactly(new QueueChat("desk", CHAT, null, null, SOP));
        assertThat(after(new ChatReopened(CHAT, TEXT, "desk", "casey"))).isEmpty();
    }

    @Test
    void a_transfer_looks_for_a_desk_or_asks_an_agent() {
        assertThat(after(new TransferRequested(CHAT, "t1", "casey", "desk", "loans", null, TEXT)))
                .containsExactly(new QueueChat("loans", CHAT, "t1", "casey", SOP));
        assertThat(after(new TransferRequested(CHAT, "t1", "casey", "desk", null, "lee", TEXT)))
                .containsExactly(new ReserveSlot("lee", CHAT, null, "t1"));
    }

    @Test
    void the_end_of_a_transfer_frees_whoever_has_it_no_more() {
        assertThat(after(new TransferAcknowledged(CHAT, "t1", "lee", "Lee", "loans", "casey")))
                .containsExactly(new ReleaseSlot("casey", CHAT));
        assertThat(after(new TransferDeclined(CHAT, "t1", "lee", TEXT)))
                .containsExactly(new ReleaseSlot("lee", CHAT));
        assertThat(after(new TransferWithdrawn(CHAT, "t1", "lee", null)))
                .containsExactly(new ReleaseSlot("lee", CHAT));
        assertThat(after(new TransferWithdrawn(CHAT, "t1", null, "loans")))
                .containsExactly(new LeaveLine("loans", CHAT, "withdrawn"));
        assertThat(after(new TransferReturned(CHAT, "t1", null, "full", null))).isEmpty();
        assertThat(after(new TransferReturned(CHAT, "t1", "lee", "full", "loans")))
                .containsExactly(
                        new ReleaseSlot("lee", CHAT), new LeaveLine("loans", CHAT, "returned"));
    }

    @Test
    void a_lead_who_takes_over_holds_a_slot_and_everybody_else_is_free() {
        assertThat(after(new ChatTakenOver(CHAT, "max", "Max", "mgmt", "casey", "lee", null)))
                .containsExactly(
                        new OccupySlot("max", CHAT, "mgmt"),
                        new ReleaseSlot("casey", CHAT),
                        new ReleaseSlot("lee", CHAT));
        assertThat(after(new ChatTakenOver(CHAT, "max", "Max", "mgmt", "casey", "max", null)))
                .containsExactly(
                        new OccupySlot("max", CHAT, "mgmt"), new ReleaseSlot("casey", CHAT));
        assertThat(after(new ChatTakenOver(CHAT, "max", "Max", "mgmt", null, null, "desk")))
                .containsExactly(
                        new OccupySlot("max", CHAT, "mgmt"),
                        new LeaveLine("desk", CHAT, "taken-over"));
    }

    @Test
    void a_closed_chat_needs_nobody() {
        assertThat(after(new ChatClosed(CHAT, "casey", null, "desk", "done")))
                .containsExactly(
                        new ReleaseSlot("casey", CHAT), new LeaveLine("desk", CHAT, "closed"));
    }

    @Test
    void an_assignment_that_came_too_late_gives_its_slot_back() {
        assertThat(after(new AssignmentRefused(CHAT, "lee", "t1", "stale")))
                .containsExactly(new ReturnSlot("lee", CHAT, "t1"));
    }

    @Test
    void a_visitor_who_leaves_changes_nothing_here() {
        assertThat(after(new VisitorLeft(CHAT, "left"))).isEmpty();
    }

    @Test
    void an_offer_asks_the_agent() {
        assertThat(after(new ChatOffered("loans", CHAT, "t1", "lee", "least loaded")))
                .containsExactly(new ReserveSlot("lee", CHAT, "loans", "t1"));
    }

    @Test
    void desks_learn_what_the_agent_holds_before_they_learn_the_answer() {
        assertThat(after(new SlotGranted(LEE, AgentStatus.AVAILABLE, 1, CHAT, "loans", "t1", null)))
                .containsExactly(
                        new NoteMember("loans", LEE, AgentStatus.AVAILABLE, 1),
                        new NoteMember("care", LEE, AgentStatus.AVAILABLE, 1),
                        new ConfirmPlacement("loans", CHAT, "lee", "t1", null));
    }

    @Test
    void a_question_on_terms_is_held_and_its_end_is_told() {
        OfferTerms terms = new OfferTerms(Duration.ofSeconds(20), 2);
        assertThat(
                        after(
                                new ChatOffered(
                                        "loans",
                                        CHAT,
                                        null,
                                        "lee",
                                        "least loaded",
                                        null,
                                        terms,
                                        4L)))
                .containsExactly(new ReserveSlot("lee", CHAT, "loans", null, terms, 4L));
        AgentStatus there = AgentStatus.AVAILABLE;
        assertThat(after(new SlotHeld(LEE, there, 1, CHAT, "loans", null, Instant.EPOCH, 4L)))
                .containsExactly(
                        new NoteMember("loans", LEE, there, 1),
                        new NoteMember("care", LEE, there, 1),
                        new AwaitAnswer("loans", CHAT, "lee", null, Instant.EPOCH, 4L));
        assertThat(after(new HoldEnded(LEE, there, 0, CHAT, "loans", null, "declined", TEXT, null)))
                .containsExactly(
                        new NoteMember("loans", LEE, there, 0),
                        new NoteMember("care", LEE, there, 0),
                        new RejectPlacement("loans", CHAT, "lee", null, "declined", null));
    }

    @Test
    void a_question_that_is_not_needed_any_more_is_taken_back_without_an_answer() {
        assertThat(after(new OfferWithdrawn("loans", CHAT, null, "lee", "closed", null)))
                .containsExactly(new WithdrawOffer("lee", CHAT, "loans", null, null));
        AgentStatus there = AgentStatus.AVAILABLE;
        assertThat(
                        after(
                                new HoldEnded(
                                        LEE,
                                        there,
                                        0,
                                        CHAT,
                                        "loans",
                                        null,
                                        "withdrawn",
                                        null,
                                        null)))
                .hasSize(2)
                .allMatch(NoteMember.class::isInstance);
    }

    @Test
    void a_chat_that_somebody_has_stands_in_no_line() {
        assertThat(after(new ChatAssigned(CHAT, "lee", "Lee", "loans", null)))
                .containsExactly(new LeaveLine("loans", CHAT, "assigned", "lee"));
        assertThat(after(new ChatAssigned(CHAT, "lee", "Lee", "loans", "t1"))).isEmpty();
    }

    @Test
    void a_refused_slot_is_told_to_the_desk_that_asked() {
        assertThat(after(new SlotRefused("lee", CHAT, "loans", null, "full", null)))
                .containsExactly(new RejectPlacement("loans", CHAT, "lee", null, "full", null));
        assertThat(after(new SlotRefused("lee", CHAT, null, "t1", "full", null))).isEmpty();
    }

    @Test
    void desks_learn_of_every_change_of_an_agent() {
        List<PublicEvent> changes =
                List.of(
                        new AgentDefined(LEE, AgentStatus.AWAY, 2),
                        new AgentStatusChanged(LEE, AgentStatus.AWAY, 2),
                        new SlotOccupied(LEE, AgentStatus.AWAY, 2, CHAT, "leads"),
                        new SlotReleased(LEE, AgentStatus.AWAY, 2, CHAT));
        for (PublicEvent change : changes) {
            assertThat(after(change))
                    .containsExactly(
                            new NoteMember("loans", LEE, AgentStatus.AWAY, 2),
                            new NoteMember("care", LEE, AgentStatus.AWAY, 2));
        }
    }

    @Test
    void somebody_is_looked_for_on_the_rung_of_an_escalation_and_where_it_climbs_to() {
        var escalated =
                new ChatEscalated(
                        CHAT,
                        "e-1",
                        "unresolved",
                        TEXT,
                        Role.LEAD,
                        "leads",
                        Instant.EPOCH,
                        TEXT,
                        null);
        assertThat(after(escalated))
                .containsExactly(new SeekHelp("leads", CHAT, "e-1", Role.LEAD, null));
        var climbed =
                new EscalationClimbed(
                        CHAT, "e-1", Role.LEAD, Role.MANAGER, "management", "nobody-there");
        assertThat(after(climbed))
                .containsExactly(new SeekHelp("management", CHAT, "e-1", Role.MANAGER, null));
    }

    @Test
    void a_chat_that_was_given_back_frees_its_slot_and_joins_the_line() {
        assertThat(after(new ChatGivenBack(CHAT, "casey", "desk")))
                .containsExactly(
                        new ReleaseSlot("casey", CHAT),
                        new QueueChat("desk", CHAT, null, null, SOP));
    }

    private static List<Command> after(PublicEvent event) {
        var envelope =
                new Envelope(
                        "e1",
                        "type",
                        CHAT,
                        1,
                        Instant.EPOCH,
                        CHAT,
                        "corr",
                        "cause",
                        Actor.system("test"),
                        SOP.toString(),
                        null);
        Recorded recorded = new Recorded(envelope, event);
        return RoutingPolicies.all().stream()
                .flatMap(policy -> policy.reaction().apply(recorded).stream())
                .<Command>map(command -> command)
                .toList();
    }
}
