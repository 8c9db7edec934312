package io.chatkeeper.sla.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.Sops;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlaPoliciesTest {
    private static final SopRef SOP = new SopRef("tidio-loan", 3);
    private static final Instant WHEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CHAT = "chat-1";
    private static final PersonalText TEXT = PersonalText.of("hello");

    @Test
    void opening_is_seen_with_the_events_own_time_and_procedure() {
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
                .containsExactly(observed(Occurrence.OPENED, "desk", null, null));
    }

    @Test
    void an_assignment_counts_unless_it_is_a_transfers() {
        assertThat(after(new ChatAssigned(CHAT, "casey", "Casey", "desk", null)))
                .containsExactly(observed(Occurrence.ASSIGNED, "desk", "casey", null));
        assertThat(after(new ChatAssigned(CHAT, "lee", "Lee", "loans", "t1"))).isEmpty();
    }

    @Test
    void messages_are_told_apart_by_who_wrote_them() {
        assertThat(after(message(ActorKind.AGENT)))
                .containsExactly(observed(Occurrence.REPLIED, null, "casey", null));
        assertThat(after(message(ActorKind.VISITOR)))
                .containsExactly(observed(Occurrence.CUSTOMER_WROTE, null, null, null));
        assertThat(after(message(ActorKind.SYSTEM))).isEmpty();
    }

    @Test
    void transfers_are_followed_to_their_end() {
        assertThat(after(new TransferRequested(CHAT, "t1", "casey", "desk", "loans", null, TEXT)))
                .containsExactly(observed(Occurrence.TRANSFERRED, "loans", null, "t1"));
        assertThat(after(new TransferRequested(CHAT, "t1", "casey", "desk", null, "lee", TEXT)))
                .containsExactly(observed(Occurrence.TRANSFERRED, "desk", "lee", "t1"));
        assertThat(after(new TransferAcknowledged(CHAT, "t1", "lee", "Lee", "loans", "casey")))
                .containsExactly(observed(Occurrence.ACKNOWLEDGED, "loans", "lee", "t1"));
        assertThat(after(new TransferDeclined(CHAT, "t1", "lee", TEXT)))
                .containsExactly(observed(Occurrence.TRANSFER_ENDED, null, "lee", "t1"));
        assertThat(after(new TransferWithdrawn(CHAT, "t1", null, "loans")))
                .containsExactly(observed(Occurrence.TRANSFER_ENDED, "loans", null, "t1"));
        assertThat(after(new TransferReturned(CHAT, "t1", "lee", "full", null)))
                .containsExactly(observed(Occurrence.TRANSFER_ENDED, null, "lee", "t1"));
    }

    @Test
    void escalation_take_over_and_the_end_are_seen() {
        assertThat(
                        after(
                                new ChatEscalated(
                                        CHAT,
                                        "e1",
                                        "unresolved",
                                        TEXT,
                                        Role.LEAD,
                                        "leads",
                                        WHEN,
                                        TEXT,
                                        "t1")))
                .containsExactly(observed(Occurrence.ESCALATED, "leads", null, "t1"));
        assertThat(after(new ChatTakenOver(CHAT, "max", "Max", "mgmt", null, null, null)))
                .containsExactly(observed(Occurrence.TAKEN_OVER, "mgmt", "max", null));
        assertThat(after(new ChatResolved(CHAT, TEXT)))
                .containsExactly(observed(Occurrence.RESOLVED, null, null, null));
        assertThat(after(new ChatClosed(CHAT, "casey", null, "desk", "done")))
                .containsExactly(observed(Occurrence.CLOSED, "desk", "casey", null));
    }

    @Test
    void what_happens_to_the_case_is_seen() {
        assertThat(after(new ComplaintRaised(CHAT, "billing")))
                .containsExactly(observed(Occurrence.COMPLAINED, null, null, null));
        assertThat(after(new CustomerUpdated(CHAT, "u1", "m1", "casey")))
                .containsExactly(observed(Occurrence.CUSTOMER_UPDATED, null, "casey", null));
        assertThat(after(new FollowUpPromised(CHAT, "f1", TEXT, "lee", WHEN)))
                .containsExactly(ofPromise(Occurrence.FOLLOW_UP_PROMISED, WHEN));
        assertThat(after(new FollowUpCompleted(CHAT, "f1", "lee", null)))
                .containsExactly(ofPromise(Occurrence.FOLLOW_UP_COMPLETED, null));
        assertThat(after(new ConductWarningGiven(CHAT, "w1", 1, 2)))
                .containsExactly(observed(Occurrence.WARNED_CONDUCT, null, null, null));
        assertThat(after(new ChatReopened(CHAT, TEXT, "desk", null)))
                .containsExactly(observed(Occurrence.REOPENED, "desk", null, null));
    }

    @Test
    void what_no_clock_knows_is_passed_over() {
        assertThat(after(new CustomerVerified(CHAT, "call-back"))).isEmpty();
        assertThat(after(new VisitorLeft(CHAT, "left"))).isEmpty();
        assertThat(after(new AssignmentRefused(CHAT, "lee", null, "stale"))).isEmpty();
    }

    @Test
    void the_agent_who_asks_a_lead_is_no_reply_to_themselves() {
        Author asks = new Author(ActorKind.AGENT, "casey", null, true);
        assertThat(after(new MessagePosted(CHAT, "m1", null, asks, TEXT)))
                .containsExactly(observed(Occurrence.CUSTOMER_WROTE, null, null, null));
    }

    private static MessagePosted message(ActorKind kind) {
        String id = kind == ActorKind.AGENT ? "casey" : null;
        return new MessagePosted(CHAT, "m1", null, new Author(kind, id, null), TEXT);
    }

    private static Observe ofPromise(Occurrence what, @Nullable Instant due) {
        return new Observe(CHAT, what, WHEN, SOP, null, "lee", null, "f1", due);
    }

    private static Observe observed(
            Occurrence what,
            @Nullable String desk,
            @Nullable String agent,
            @Nullable String transfer) {
        return new Observe(CHAT, what, WHEN, SOP, desk, agent, transfer);
    }

    @Test
    void what_cannot_move_a_clock_of_the_chat_s_version_costs_nothing() {
        SopRegister shipped = new SopRegister();
        shipped.add(SopReader.read(shippedSop().getBytes(UTF_8)));

        assertThat(after(message(ActorKind.AGENT), shipped)).hasSize(1);
        assertThat(after(message(ActorKind.VISITOR), shipped)).isEmpty();
    }

    /// The shipped procedure, but everything that can happen meets its first clock.
    private static SopRegister sopMovedByEverything() {
        String all =
                Arrays.stream(Occurrence.values())
                        .filter(one -> one != Occurrence.OPENED)
                        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "));
        SopRegister sops = new SopRegister();
        String text = shippedSop().replaceFirst("stop: replied", "stop: [" + all + "]");
        sops.add(SopReader.read(text.getBytes(UTF_8)));
        return sops;
    }

    private static String shippedSop() {
        try {
            return Files.readString(
                    RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Command> after(PublicChatEvent event) {
        return after(event, sopMovedByEverything());
    }

    private static List<Command> after(PublicChatEvent event, Sops sops) {
        var envelope =
                new Envelope(
                        "e1",
                        "type",
                        CHAT,
                        1,
                        WHEN,
                        CHAT,
                        "corr",
                        "cause",
                        Actor.system("test"),
                        SOP.toString(),
                        null);
        return List.copyOf(
                SlaPolicies.all(sops).getFirst().reaction().apply(new Recorded(envelope, event)));
    }
}
