package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.*;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.routing.desk.DeskEvent.*;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.UnknownSopVersion;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskDecisionTest {
    private static final String DESK = "customer-service";
    private static final SopRegister SOPS = new SopRegister();

    private final List<DeskEvent> history = new ArrayList<>();

    @BeforeAll
    static void publish() throws IOException {
        var file = RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml");
        SOPS.add(SopReader.read(Files.readAllBytes(file)));
    }

    @Test
    void a_chat_waits_when_nobody_is_there() throws Refused {
        assertThat(when(queue("chat-1", null))).containsExactly(queued("chat-1", null, 1));
        assertThat(when(queue("chat-2", null))).containsExactly(queued("chat-2", null, 2));
    }

    @Test
    void a_chat_is_offered_at_once_when_somebody_is_free() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 1));
        when(member("cam", AgentStatus.AVAILABLE, 2));
        assertThat(when(queue("chat-1", null)))
                .containsExactly(
                        queued("chat-1", null, 1),
                        offered("chat-1", null, "casey", "least loaded of 2 (1 of 3)"));
    }

    @Test
    void nobody_is_asked_who_is_not_available() throws Refused {
        for (AgentStatus status : AgentStatus.values()) {
            if (status != AgentStatus.AVAILABLE) {
                when(member("casey", status, 0));
            }
        }
        assertThat(when(queue("chat-1", null))).containsExactly(queued("chat-1", null, 1));
    }

    @Test
    void a_free_slot_is_not_offered_twice() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 2));
        assertThat(when(queue("chat-1", null))).hasSize(2);
        assertThat(when(queue("chat-2", null))).containsExactly(queued("chat-2", null, 2));
    }

    @Test
    void several_chats_are_offered_to_different_agents() throws Refused {
        when(queue("chat-1", null));
        when(queue("chat-2", null));
        when(member("casey", AgentStatus.AVAILABLE, 2));
        assertThat(when(member("cam", AgentStatus.AVAILABLE, 0)))
                .contains(offered("chat-2", null, "cam", "least loaded of 1 (0 of 3)"));
    }

    @Test
    void who_came_first_is_served_first() throws Refused {
        when(queue("chat-1", null));
        when(queue("chat-2", null));
        assertThat(when(member("casey", AgentStatus.AVAILABLE, 1)))
                .extracting(e -> e instanceof ChatOffered o ? o.chatId() : "")
                .containsExactly("", "chat-1", "chat-2");
    }

    @Test
    void among_equals_the_one_who_waited_longest_is_asked() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        when(member("cam", AgentStatus.AVAILABLE, 0));
        assertThat(askedFor("chat-1")).isEqualTo("cam");
        when(new ConfirmPlacement(DESK, "chat-1", "cam", null, null));
        assertThat(askedFor("chat-2")).isEqualTo("casey");
        when(new ConfirmPlacement(DESK, "chat-2", "casey", null, null));
        assertThat(askedFor("chat-3")).isEqualTo("cam");
    }

    @Test
    void the_sender_of_a_transfer_is_not_asked() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        assertThat(when(new QueueChat(DESK, "chat-1", "t1", "casey", null)))
                .containsExactly(new ChatQueued(DESK, "chat-1", "t1", 1, "casey", null));
    }

    @Test
    void a_refused_offer_goes_to_the_next_and_the_chat_keeps_its_place() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        when(member("cam", AgentStatus.AVAILABLE, 1));
        when(queue("chat-1", null));
        assertThat(when(reject("chat-1", "casey", null)))
                .containsExactly(
                        new OfferDeclined(DESK, "chat-1", "casey", "full"),
                        offered("chat-1", null, "cam", "least loaded of 1 (1 of 3)"));
        assertThat(when(reject("chat-1", "cam", null)))
                .containsExactly(new OfferDeclined(DESK, "chat-1", "cam", "full"));
    }

    @Test
    void somebody_who_refused_is_asked_again_once_something_about_them_has_changed()
            throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        when(queue("chat-1", null));
        when(reject("chat-1", "casey", null));
        assertThat(when(member("casey", AgentStatus.AVAILABLE, 0))).isEmpty();
        assertThat(when(member("casey", AgentStatus.AVAILABLE, 1)))
                .contains(offered("chat-1", null, "casey", "least loaded of 1 (1 of 3)"));
    }

    @Test
    void an_answer_nobody_waits_for_is_ignored() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        assertThat(when(new ConfirmPlacement(DESK, "chat-1", "casey", null, null))).isEmpty();
        when(queue("chat-1", "t2"));
        assertThat(when(new ConfirmPlacement(DESK, "chat-1", "casey", "t1", null))).isEmpty();
        assertThat(when(new ConfirmPlacement(DESK, "chat-1", "cam", "t2", null))).isEmpty();
        assertThat(when(reject("chat-1", "casey", "t1"))).isEmpty();
    }

    @Test
    void a_granted_slot_places_the_chat() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 0));
        when(queue("chat-1", "t1"));
        assertThat(when(new ConfirmPlacement(DESK, "chat-1", "casey", "t1", null)))
                .containsExactly(new ChatPlaced(DESK, "chat-1", "casey"));
        assertThat(when(new LeaveLine(DESK, "chat-1", "closed"))).isEmpty();
    }

    @Test
    void a_chat_that_leaves_frees_its_offer_for_the_next() throws Refused {
        when(member("casey", AgentStatus.AVAILABLE, 2));
        when(queue("chat-1", null));
        when(queue("chat-2", null));
        assertThat(when(new LeaveLine(DESK, "chat-1", "closed")))
                .containsExactly(
                        new ChatLeftLine(DESK, "chat-1", "closed"),
                        offered("chat-2", null, "casey", "least loaded of 1 (2 of 3)"));
    }

    @Test
    void a_chat_stands_in_line_once() throws Refused {
        when(queue("chat-1", null));
        assertThat(when(queue("chat-1", null))).isEmpty();
        when(queue("chat-2", null));
        assertThat(when(queue("chat-1", "t1")))
                .containsExactly(
                        new ChatLeftLine(DESK, "chat-1", "replaced"), queued("chat-1", "t1", 2));
    }

    @Test
    void a_desk_that_no_procedure_has_is_unknown() {
        DeskCommand elsewhere = new QueueChat("nowhere", "chat-1", null, null, null);
        Refused refused = catchThrowableOfType(Refused.class, () -> when(elsewhere));
        assertThat(refused.refusal().kind()).isEqualTo(RefusalKind.NOT_FOUND);
        assertThat(refused.refusal().code()).isEqualTo("unknown-desk");
    }

    @Test
    void a_version_that_has_not_arrived_is_waited_for() {
        DeskCommand early = new QueueChat(DESK, "chat-1", null, null, new SopRef("tidio-loan", 99));
        assertThatThrownBy(() -> when(early)).isInstanceOf(UnknownSopVersion.class);
    }

    @Test
    void a_line_is_kept_by_the_system_alone() {
        Actor lead = Actor.agent("morgan", Role.LEAD);
        for (DeskCommand command :
                List.of(
                        queue("chat-1", null),
                        member("casey", AgentStatus.AWAY, 0),
                        new ConfirmPlacement(DESK, "chat-1", "casey", null, null),
                        reject("chat-1", "casey", null),
                        new LeaveLine(DESK, "chat-1", "closed"))) {
            Refused refused = catchThrowableOfType(Refused.class, () -> when(command, lead));
            assertThat(refused.refusal().kind()).isEqualTo(RefusalKind.FORBIDDEN);
        }
    }

    @Test
    void waking_a_desk_up_does_nothing() throws Refused {
        assertThat(when(new WakeUp("desk-" + DESK, Instant.EPOCH))).isEmpty();
    }

    private List<DeskEvent> when(DeskCommand command) throws Refused {
        return when(command, Actor.system("test"));
    }

    /// Decides on what has happened so far, and goes on from there.
    private List<DeskEvent> when(DeskCommand command, Actor actor) throws Refused {
        Desk desk = Desk.EMPTY;
        for (DeskEvent event : history) {
            desk = Desk.evolve(desk, event);
        }
        var by = new Decision(Instant.EPOCH, actor, "c1");
        List<DeskEvent> events = DeskDecision.decide(desk, command, by, SOPS);
        history.addAll(events);
        return events.stream().map(DeskDecisionTest::withoutOthers).toList();
    }

    /// Why the others were not asked is `ChoiceTest`'s, the number of the offer is `OfferedTest`'s.
    private static DeskEvent withoutOthers(DeskEvent event) {
        return event instanceof ChatOffered o
                ? offered(o.chatId(), o.transferId(), o.agentId(), o.because())
                : event;
    }

    private @Nullable String askedFor(String chat) throws Refused {
        return when(queue(chat, null)).getLast() instanceof ChatOffered offer
                ? offer.agentId()
                : null;
    }

    private static QueueChat queue(String chat, @Nullable String transfer) {
        return new QueueChat(DESK, chat, transfer, null, new SopRef("tidio-loan", 3));
    }

    private static RejectPlacement reject(String chat, String agent, @Nullable String transfer) {
        return new RejectPlacement(DESK, chat, agent, transfer, "full", null);
    }

    private static NoteMember member(String agent, AgentStatus status, int held) {
        var profile = new AgentProfile(agent, agent, Role.CSR, DESK, List.of(), List.of(), 3);
        return new NoteMember(DESK, profile, status, held);
    }

    private static DeskEvent queued(String chat, @Nullable String transfer, int place) {
        return new ChatQueued(DESK, chat, transfer, place, null, null);
    }

    private static DeskEvent offered(
            String chat, @Nullable String transfer, String agent, String because) {
        return new ChatOffered(DESK, chat, transfer, agent, because, null, null, null);
    }
}
