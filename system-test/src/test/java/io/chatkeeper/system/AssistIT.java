package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// An agent asks a lead about a customer's chat: refused until the form is whole, claimed, talked
/// about, and visible from the customer's chat.
@ExtendWith(SharedHouse.class)
class AssistIT {
    private static final String PASTED =
            """
            STATE TO STATE TRANSFER
            - CID: 552019
            - FROM: Virginia
            - TO: Texas
            - NEW SHOP: Lone Star Auto Electric, 410 Main St, Plano
            - ACCOUNT BALANCE: %s
            Client moves for work on 7/1. Can this transfer be processed please?\
            """;

    private static Map<String, Object> asking(String about, String balance) {
        return Map.of(
                "question",
                PASTED.formatted(balance),
                "aboutChatId",
                about,
                "resourcesChecked",
                List.of("SOP", "account details"));
    }

    @Test
    void an_agent_asks_and_a_lead_answers(House house) {
        Http http = new Http(house.url());
        Agent casey = Agent.signsIn(http, "casey").is("available");
        Agent morgan = Agent.signsIn(http, "morgan").is("available");
        assertThat(casey.get("/assist-templates").path("items")).hasSize(3);
        String customers = Visitor.opens(http, "loan", "Pat", "I move to Texas.").chatId();
        casey.awaits(customers);

        Answer owing = http.post("/assist-requests", casey.token(), asking(customers, "$12.00"));
        assertThat(owing.with(422).requirement()).isEqualTo("R58");
        Answer asked =
                http.post("/assist-requests", casey.token(), asking(customers, "$0.00")).with(201);
        String assist = asked.text("chatId");

        JsonNode claimed = morgan.awaits(assist);
        assertThat(claimed.path("kind").asString()).isEqualTo("assist");
        assertThat(claimed.path("topic").asString()).isEqualTo("STATE-TO-STATE TRANSFER");
        casey.awaits(assist);
        morgan.says(assist, "I'm looking at the account and tell you in a minute.");
        casey.says(assist, "Thank you, Morgan!");
        Answer curt = morgan.act(assist, "messages", Map.of("text", "Read the SOP!")).with(422);
        assertThat(curt.requirement()).isEqualTo("R87");

        JsonNode talk =
                Wait.until(
                        "both words",
                        () -> casey.chat(assist),
                        chat -> chat.path("messages").size() == 3);
        assertThat(talk.at("/messages/2/author/asks").asBoolean()).isTrue();
        assertThat(talk.at("/fields/NEW SHOP").asString()).contains("Plano");
        assertThat(talk.at("/assist/claimedBy").asString()).isEqualTo("morgan");
        Wait.until(
                "the way from the customer's chat",
                () -> links(casey.chat(customers)),
                links -> links.contains(assist));
    }

    private static List<String> links(JsonNode chat) {
        return StreamSupport.stream(chat.path("assists").spliterator(), false)
                .map(link -> link.path("chatId").asString(""))
                .toList();
    }
}
