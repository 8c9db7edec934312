package io.chatkeeper.projection.chats;

import static io.chatkeeper.projection.Happened.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.projection.Happened;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ChatViewTest {
    private static final String CHAT = "chat-a";
    private static final Refusal LATE = Refusal.of(RefusalKind.CONFLICT, "late", "Too late.");

    private final ChatView view = new ChatView(Happened.JSON);
    private final OpenChatView rows = new OpenChatView();

    static PersonalText text(String plain) {
        return PersonalText.of(plain);
    }

    static ChatOpened opened() {
        return new ChatOpened(
                CHAT,
                "CK-1",
                "loan",
                new SopRef("tidio-loan", 1),
                "front",
                new Customer(text("Dana"), null, null, false),
                "Rates",
                Map.of("plan", text("gold")));
    }

    static ChatAssigned assigned(@Nullable String transfer, String agent) {
        return new ChatAssigned(CHAT, agent, agent + " L", "front", transfer);
    }

    static MessagePosted said(ActorKind kind, String text) {
        String id = kind == ActorKind.AGENT ? "casey" : null;
        return new MessagePosted(CHAT, "m-" + text, null, new Author(kind, id, "X"), text(text));
    }

    static TransferRequested transfer() {
        return new TransferRequested(CHAT, "t", "casey", "front", "back", null, text("context"));
    }

    private static TransferAcknowledged acknowledged() {
        return new TransferAcknowledged(CHAT, "t", "lee", "lee L", "back", "casey");
    }

    private ObjectNode after(PublicChatEvent... events) {
        return Happened.on(CHAT, events).foldedBy(view);
    }

    private @Nullable ObjectNode rowAfter(PublicChatEvent... events) {
        return rows.of(after(events));
    }

    private static String state(ObjectNode chat) {
        return chat.path("state").asString();
    }

    @Test
    void a_chat_opens_in_line() {
        assertThat(after(opened()))
                .isEqualTo(
                        read(
                                """
                                {'sequence':1,'chatId':'chat-a','reference':'CK-1',
                                 'kind':'customer','state':'waiting','site':'loan',
                                 'sop':{'id':'tidio-loan','version':1},'desk':'front',
                                 'customer':{'name':'Dana','verified':false},'topic':'Rates',
                                 'fields':{'plan':'gold'},
                                 'openedAt':'2026-11-22T12:00:01Z','since':'2026-11-22T12:00:01Z',
                                 'attended':false,'messages':[],'transfers':[],'escalations':[],
                                 'agents':[],'unattended':true}
                                """));
    }

    @Test
    void it_is_assigned_and_becomes_active_with_the_first_answer() {
        ObjectNode assigned = after(opened(), assigned(null, "casey"));
        assertThat(state(assigned)).isEqualTo("assigned");
        assertThat(assigned.at("/agent/id").asString()).isEqualTo("casey");
        assertThat(assigned.path("unattended").asBoolean()).isTrue();
        ObjectNode answered =
                after(opened(), assigned(null, "casey"), said(ActorKind.AGENT, "hello"));
        assertThat(state(answered)).isEqualTo("active");
        assertThat(answered.path("unattended").asBoolean()).isFalse();
        assertThat(answered.at("/messages/0/sequence").asLong()).isEqualTo(3);
    }

    @Test
    void a_word_of_the_visitor_leaves_it_unattended_and_one_of_the_system_changes_nothing() {
        ObjectNode chat =
                after(
                        opened(),
                        assigned(null, "casey"),
                        said(ActorKind.AGENT, "hello"),
                        said(ActorKind.SYSTEM, "info"),
                        said(ActorKind.VISITOR, "and?"));
        assertThat(chat.path("unattended").asBoolean()).isTrue();
        assertThat(chat.path("since").asString()).isEqualTo(Happened.at(5).toString());
        assertThat(state(after(opened(), assigned(null, "c"), said(ActorKind.SYSTEM, "i"))))
                .isEqualTo("assigned");
    }

    @Test
    void a_transfer_is_acknowledged_by_its_receiver() {
        ObjectNode open =
                after(opened(), assigned(null, "casey"), transfer(), assigned("t", "lee"));
        assertThat(state(open)).isEqualTo("transferring");
        assertThat(open.at("/agent/id").asString()).isEqualTo("casey");
        assertThat(open.at("/receiver/id").asString()).isEqualTo("lee");
        ObjectNode taken =
                after(
                        opened(),
                        assigned(null, "casey"),
                        transfer(),
                        assigned("t", "lee"),
                        acknowledged());
        assertThat(state(taken)).isEqualTo("active");
        assertThat(taken.at("/agent/id").asString()).isEqualTo("lee");
        assertThat(taken.path("desk").asString()).isEqualTo("back");
        assertThat(taken.has("receiver")).isFalse();
        assertThat(taken.path("agents")).isEqualTo(Happened.JSON.readTree("[\"casey\",\"lee\"]"));
        assertThat(taken.at("/transfers/0/state").asString()).isEqualTo("acknowledged");
        assertThat(taken.path("unattended").asBoolean()).isFalse();
    }

    @Test
    void a_transfer_that_ends_otherwise_leaves_the_chat_where_it_was() {
        PublicChatEvent[] endings = {
            new TransferDeclined(CHAT, "t", "lee", text("busy")),
            new TransferWithdrawn(CHAT, "t", "lee", "back"),
            new TransferReturned(CHAT, "t", "lee", "nobody", "back"),
        };
        for (PublicChatEvent ending : endings) {
            ObjectNode chat =
                    after(
                            opened(),
                            assigned(null, "casey"),
                            transfer(),
                            assigned("t", "l"),
                            ending);
            assertThat(state(chat)).isEqualTo("active");
            assertThat(chat.at("/agent/id").asString()).isEqualTo("casey");
            assertThat(chat.has("receiver") || chat.has("openTransfer")).isFalse();
        }
    }

    @Test
    void whoever_takes_over_a_chat_makes_it_active_whatever_it_was() {
        ChatTakenOver taken =
                new ChatTakenOver(CHAT, "morgan", "Morgan", "leads", "casey", "lee", "back");
        for (PublicChatEvent[] before :
                new PublicChatEvent[][] {
                    {opened()},
                    {opened(), assigned(null, "casey")},
                    {opened(), assigned(null, "casey"), transfer(), assigned("t", "lee")},
                    {opened(), assigned(null, "casey"), new ResolutionProposed(CHAT, "Done?")},
                }) {
            ObjectNode chat = Happened.on(CHAT, before).then(taken).foldedBy(view);
            assertThat(state(chat)).isEqualTo("active");
            assertThat(chat.at("/agent/id").asString()).isEqualTo("morgan");
            assertThat(chat.has("receiver") || chat.has("resolution")).isFalse();
            assertThat(chat.path("unattended").asBoolean()).isFalse();
        }
    }

    @Test
    void a_resolution_is_proposed_answered_and_the_chat_closed() {
        Happened chat =
                Happened.on(
                        CHAT,
                        opened(),
                        assigned(null, "casey"),
                        said(ActorKind.AGENT, "hello"),
                        new ResolutionProposed(CHAT, "Done?"));
        assertThat(chat.foldedBy(view).at("/resolution/answer").asString()).isEqualTo("open");
        chat.then(new ResolutionConfirmed(CHAT, 5, text("thanks")));
        assertThat(chat.foldedBy(view).path("resolution"))
                .isEqualTo(
                        read(
                                """
                                {'question':'Done?','proposedAt':'2026-11-22T12:00:04Z',
                                 'answer':'confirmed','score':5,'comment':'thanks'}
                                """));
        chat.then(new ChatResolved(CHAT, text("sent it")));
        assertThat(state(chat.foldedBy(view))).isEqualTo("resolved");
        chat.then(new ChatClosed(CHAT, "casey", null, "front", "done"));
        ObjectNode closed = chat.foldedBy(view);
        assertThat(state(closed)).isEqualTo("closed");
        assertThat(closed.path("unattended").asBoolean()).isFalse();
        assertThat(closed.path("closedBecause").asString()).isEqualTo("done");
        assertThat(view.keeps(closed)).isTrue();
        assertThat(rows.of(chat.foldedBy(view))).isNull();
    }

    @Test
    void a_word_of_the_visitor_makes_a_resolved_chat_active_again() {
        assertThat(
                        state(
                                after(
                                        opened(),
                                        assigned(null, "casey"),
                                        new ChatResolved(CHAT, text("s")),
                                        said(ActorKind.VISITOR, "wait"))))
                .isEqualTo("active");
    }

    @Test
    void an_escalation_and_notes_are_remembered() {
        ObjectNode chat =
                after(
                        opened(),
                        new ChatNoted(CHAT, "n", "general", "casey", "hash"),
                        new NoteRefused(CHAT, "n2", LATE),
                        new ChatEscalated(
                                CHAT,
                                "e",
                                "customer-upset",
                                text("again"),
                                Role.LEAD,
                                "leads",
                                Happened.at(60),
                                text("the desk"),
                                null));
        assertThat(chat.path("escalated").asBoolean()).isTrue();
        assertThat(chat.at("/escalations/0/to").asString()).isEqualTo("lead");
        assertThat(chat.path("noted")).isEqualTo(Happened.JSON.readTree("[\"n\"]"));
    }

    @Test
    void what_was_never_opened_is_no_chat() {
        PublicChatEvent refused = new AssignmentRefused(CHAT, "casey", null, "unknown");
        assertThat(view.keeps(after(refused))).isFalse();
        assertThat(rowAfter(refused)).isNull();
        assertThat(view.keeps(after(refused, opened()))).isTrue();
        assertThat(rowAfter(refused, opened())).isNotNull();
    }

    @Test
    void a_history_with_a_hole_is_noticed() {
        assertThatIllegalStateException().isThrownBy(() -> after(opened(), acknowledged()));
    }

    @Test
    void a_row_keeps_the_last_line_alone_and_not_too_much_of_it() {
        ObjectNode row =
                rowAfter(
                        opened(),
                        said(ActorKind.VISITOR, "first"),
                        said(ActorKind.VISITOR, "x".repeat(500)));
        assertThat(row.has("messages")).isFalse();
        assertThat(row.path("lastLine").asString()).hasSize(140);
    }
}
