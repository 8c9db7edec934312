package io.chatkeeper.projection.chats;

import static io.chatkeeper.projection.chats.ChatViewTest.assigned;
import static io.chatkeeper.projection.chats.ChatViewTest.opened;
import static io.chatkeeper.projection.chats.ChatViewTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.ChatEscalated;
import io.chatkeeper.contract.PublicChatEvent.ChatTakenOver;
import io.chatkeeper.contract.PublicLadderEvent.*;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.Role;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.projection.Happened;
import io.chatkeeper.projection.views.Folded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EscalationFoldTest {
    private static final String CHAT = "chat-a";
    private static final String ID = "e";

    private static ObjectNode after(PublicChatEvent... more) {
        List<PublicChatEvent> events =
                new ArrayList<>(List.of(opened(), assigned(null, "casey"), escalated(ID)));
        events.addAll(List.of(more));
        return Happened.on(CHAT, events.toArray(PublicChatEvent[]::new))
                .foldedBy(new ChatView(Json.mapper()));
    }

    private static ChatEscalated escalated(String id) {
        return new ChatEscalated(
                CHAT,
                id,
                "customer-upset",
                text("again"),
                Role.LEAD,
                "leads",
                Happened.at(60),
                text("the desk"),
                null);
    }

    private static HelpAsked asked() {
        return new HelpAsked(CHAT, ID, "morgan", "Morgan", "leads");
    }

    private static EscalationHelped helped() {
        return new EscalationHelped(CHAT, ID, "morgan", "Morgan");
    }

    private static ChatTakenOver takenOver() {
        return new ChatTakenOver(CHAT, "sam", "Sam", "supervisors", "casey", null, null);
    }

    private static EscalationReviewed reviewed(String id) {
        return new EscalationReviewed(
                CHAT, id, "sam", ReviewVerdict.AGAINST_POLICY, text("Why"), true);
    }

    @Test
    void an_escalation_says_where_it_stands_and_who_helps() {
        assertThat(after().at("/escalations/0/state").asString()).isEqualTo("asked");
        assertThat(after().at("/escalations/0/by").asString()).isEqualTo("casey");
        assertThat(after(asked()).at("/escalations/0/helper/name").asString()).isEqualTo("Morgan");
        assertThat(after(asked(), helped()).at("/escalations/0/state").asString())
                .isEqualTo("helping");
        assertThat(after(helped(), takenOver()).at("/escalations/0/state").asString())
                .isEqualTo("taken-over");
        assertThat(after(helped(), takenOver()).at("/escalations/0/helper/id").asString())
                .isEqualTo("sam");
        ObjectNode back = after(helped(), new EscalationReturned(CHAT, ID, "morgan", text("Done")));
        assertThat(back.at("/escalations/0/state").asString()).isEqualTo("returned");
        assertThat(back.at("/escalations/0/outcome").asString()).isEqualTo("Done");
    }

    @Test
    void an_escalation_that_climbed_shows_the_rungs_where_nobody_was_there() {
        ObjectNode chat =
                after(
                        new EscalationClimbed(
                                CHAT, ID, Role.LEAD, Role.MANAGER, "management", "nobody-there"));
        assertThat(chat.at("/escalations/0/to").asString()).isEqualTo("manager");
        assertThat(chat.at("/escalations/0/toDesk").asString()).isEqualTo("management");
        assertThat(chat.at("/escalations/0/climbed/0/from").asString()).isEqualTo("lead");
    }

    @Test
    void the_chat_names_those_whose_help_is_awaited_or_given() {
        assertThat(after(asked()).path("helpers").toString()).isEqualTo("[\"morgan\"]");
        assertThat(after(helped()).path("helpers").toString()).isEqualTo("[\"morgan\"]");
        assertThat(after(helped(), takenOver()).path("helpers")).isEmpty();
        assertThat(
                        after(helped(), new EscalationReturned(CHAT, ID, "morgan", null))
                                .path("helpers"))
                .isEmpty();
    }

    @Test
    void an_escalation_waits_for_its_review_until_it_has_one() {
        var queue = new ReviewView();
        ObjectNode row = queue.of(after(helped(), escalated("e2"), reviewed("e2")));
        assertThat(row).isNotNull();
        var entries = ReviewQueries.entries(new Folded(CHAT, 1, row));

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().path("escalationId").asString()).isEqualTo(ID);
        assertThat(entries.getFirst().path("chatState").asString()).isEqualTo("assigned");
        assertThat(entries.getFirst().path("helpedFirst").asBoolean()).isTrue();
        assertThat(queue.of(after(reviewed(ID)))).isNull();
        assertThat(queue.concerns(after(reviewed(ID)))).isTrue();
        assertThat(
                        queue.concerns(
                                Happened.on(CHAT, opened()).foldedBy(new ChatView(Json.mapper()))))
                .isFalse();
        assertThat(after(reviewed(ID)).at("/escalations/0/review/verdict").asString())
                .isEqualTo("against-policy");
    }
}
