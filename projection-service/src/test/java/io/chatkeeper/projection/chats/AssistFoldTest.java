package io.chatkeeper.projection.chats;

import static io.chatkeeper.projection.chats.ChatViewTest.assigned;
import static io.chatkeeper.projection.chats.ChatViewTest.opened;
import static io.chatkeeper.projection.chats.ChatViewTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PublicAssistEvent.*;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.projection.Happened;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AssistFoldTest {
    private static final String CHAT = "chat-a";
    private static final AssistFellSilent SILENT = new AssistFellSilent(CHAT, "lee", "casey");

    private static ChatOpened asked() {
        return new ChatOpened(
                CHAT,
                "CK-1",
                "assist",
                new SopRef("assist-chat", 5),
                "assist-leads",
                new Customer(text("Casey"), null, null, false),
                "POC CODE",
                Map.of("DRIVE TIME", text("35 minutes")),
                new Assist(
                        "casey",
                        "Casey",
                        "poc-and-ma",
                        "POC CODE",
                        "client-poc",
                        "301144",
                        "chat-b",
                        List.of("SOP"),
                        List.of()));
    }

    private static MessagePosted word(String agent, boolean asks) {
        Author author = new Author(ActorKind.AGENT, agent, agent, asks ? true : null);
        return new MessagePosted(CHAT, "m-" + agent, null, author, text("Hello"));
    }

    private static ObjectNode after(PublicChatEvent... events) {
        return Happened.on(CHAT, events).foldedBy(new ChatView(Json.mapper()));
    }

    @Test
    void an_assist_chat_says_who_asks_what_and_where_they_have_looked() {
        ObjectNode chat = after(asked(), word("casey", true));
        assertThat(chat.path("kind").asString()).isEqualTo("assist");
        assertThat(chat.at("/assist/agentId").asString()).isEqualTo("casey");
        assertThat(chat.at("/assist/template").asString()).isEqualTo("POC CODE");
        assertThat(chat.at("/assist/resourcesChecked/0").asString()).isEqualTo("SOP");
        assertThat(chat.at("/fields/DRIVE TIME").asString()).isEqualTo("35 minutes");
        assertThat(chat.path("agents")).hasSize(1);
        assertThat(chat.at("/messages/0/author/asks").asBoolean()).isTrue();
        assertThat(chat.path("unattended").asBoolean()).isTrue();
    }

    @Test
    void a_chat_that_fell_silent_is_flagged_until_somebody_writes() {
        var claimed = new AssistClaimed(CHAT, "lee", "casey", null);
        ObjectNode silent = after(asked(), assigned(null, "lee"), claimed, SILENT);
        assertThat(silent.at("/assist/claimedBy").asString()).isEqualTo("lee");
        assertThat(silent.has("silentSince")).isTrue();
        for (MessagePosted word : List.of(word("casey", true), word("lee", false))) {
            ObjectNode spoken = after(asked(), assigned(null, "lee"), claimed, SILENT, word);
            assertThat(spoken.has("silentSince")).isFalse();
        }
    }

    @Test
    void the_customers_chat_shows_the_way_to_the_help() {
        ObjectNode chat = after(opened(), new AssistLinked(CHAT, "chat-q", "CK-Q", "casey"));
        assertThat(chat.path("kind").asString()).isEqualTo("customer");
        assertThat(chat.at("/assists/0/chatId").asString()).isEqualTo("chat-q");
        assertThat(chat.at("/assists/0/reference").asString()).isEqualTo("CK-Q");
    }
}
