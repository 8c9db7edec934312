package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicAgentEvent.AgentDefined;
import io.chatkeeper.contract.PublicAssistEvent.AssistFellSilent;
import io.chatkeeper.contract.PublicChatEvent.ChatAssigned;
import io.chatkeeper.contract.PublicChatEvent.ChatClosed;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicChatEvent.TransferRequested;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.PublicDeskEvent.ChatQueued;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.PublicSopEvent.SopPublished;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.gateway.Happened;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.pipeline.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WatchingTest {
    private static final SopRef SOP = new SopRef("tidio-loan", 1);

    private final Watching casey = watching(Role.CSR);

    private static Watching watching(Role role) {
        ObjectNode profile = Json.mapper().createObjectNode();
        profile.putArray("desks").add("front");
        ObjectNode row = Json.mapper().createObjectNode().put("chatId", "chat-mine");
        return new Watching(new Caller.Agent("casey", role, "Casey"), profile, List.of(row));
    }

    private boolean shown(PublicEvent event) {
        return casey.shows(Happened.nth(1, event));
    }

    private static ChatOpened opened(String chat, String desk) {
        return new ChatOpened(chat, "CK-1", "loan", SOP, desk, Customer.unknown(), null, Map.of());
    }

    private static TransferRequested transfer(String toDesk, String toAgent) {
        return new TransferRequested(
                "chat-x", "t", "lee", "back", toDesk, toAgent, PersonalText.of("c"));
    }

    private static VisitorLeft left(String chat) {
        return new VisitorLeft(chat, "left");
    }

    @Test
    void chats_that_were_visible_stay_in_sight_and_others_out_of_it() {
        assertThat(shown(left("chat-mine"))).isTrue();
        assertThat(shown(left("chat-x"))).isFalse();
    }

    @Test
    void a_chat_that_opens_at_my_desk_comes_into_sight() {
        assertThat(shown(opened("chat-x", "back"))).isFalse();
        assertThat(shown(left("chat-x"))).isFalse();
        assertThat(shown(opened("chat-y", "front"))).isTrue();
        assertThat(shown(left("chat-y"))).isTrue();
    }

    @Test
    void a_chat_in_which_i_ask_stays_in_sight() {
        Assist assist =
                new Assist("casey", "Casey", "c", null, null, "1", null, List.of(), List.of());
        Customer me = Customer.unknown();
        assertThat(
                        shown(
                                new ChatOpened(
                                        "chat-q", "CK-1", "assist", SOP, "back", me, null, Map.of(),
                                        assist)))
                .isTrue();
        assertThat(shown(new AssistFellSilent("chat-q", "morgan", "casey"))).isTrue();
    }

    @Test
    void a_chat_on_its_way_to_me_or_my_desk_comes_into_sight() {
        assertThat(shown(transfer("back", null))).isFalse();
        assertThat(shown(transfer(null, "lou"))).isFalse();
        assertThat(shown(transfer(null, "casey"))).isTrue();
        assertThat(shown(left("chat-x"))).isTrue();
    }

    @Test
    void a_chat_that_was_mine_while_i_was_away_is_still_in_sight() {
        casey.learn(Happened.nth(1, new ChatAssigned("chat-x", "casey", "Casey", "back", null)));
        assertThat(shown(left("chat-x"))).isTrue();
        casey.learn(Happened.nth(1, new ChatClosed("chat-y", "casey", null, "back", "done")));
        assertThat(shown(left("chat-y"))).isTrue();
        casey.learn(Happened.nth(1, new ChatClosed("chat-z", "lee", null, "back", "done")));
        assertThat(shown(left("chat-z"))).isFalse();
    }

    @Test
    void an_assigned_chat_comes_into_sight_with_its_notes() {
        PublicEvent note =
                new NoteAccepted("chat-x", "n", "general", NoteText.free("text"), SOP, false);
        assertThat(shown(note)).isFalse();
        assertThat(shown(new ChatAssigned("chat-x", "casey", "Casey", "back", null))).isTrue();
        assertThat(shown(note)).isTrue();
    }

    @Test
    void my_desks_and_all_agents_are_in_sight_and_procedures_are_not() {
        AgentProfile lee =
                new AgentProfile("lee", "Lee", Role.CSR, "back", List.of(), List.of(), 1);
        assertThat(shown(new ChatQueued("front", "chat-x", null, 1))).isTrue();
        assertThat(shown(new ChatQueued("back", "chat-x", null, 1))).isFalse();
        assertThat(shown(new AgentDefined(lee, AgentStatus.OFFLINE, 0))).isTrue();
        assertThat(shown(new SopPublished("x", 1, "yaml"))).isFalse();
    }

    @Test
    void leads_see_every_chat_and_desk() {
        Watching lead = watching(Role.LEAD);
        assertThat(lead.shows(Happened.nth(1, left("chat-x")))).isTrue();
        assertThat(lead.shows(Happened.nth(1, new ChatQueued("back", "c", null, 1)))).isTrue();
    }
}
