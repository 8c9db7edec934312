package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.LadderCommand.HelpEscalation;
import io.chatkeeper.contract.LadderCommand.ReturnEscalation;
import io.chatkeeper.contract.LadderCommand.ReviewEscalation;
import io.chatkeeper.contract.ReviewVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// What follows an escalation, over HTTP.
class LadderWritesTest extends SliceTest {
    private static final String ESCALATION = CHAT + "/escalations/e-1";

    @BeforeEach
    void casey_serves_the_chat() {
        house.put("/internal/chats/chat-a", Documents.chat("chat-a"));
        house.put("/internal/agents/casey", Documents.agent("casey", "customer-service"));
    }

    private void done(String path, String body) {
        Got got = post(path, agent("morgan"), body);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        described().check("POST", path, got.status(), got.body());
    }

    @Test
    void a_lead_helps_gives_back_reviews_and_takes_over_with_a_reason() {
        done(ESCALATION + "/help", null);
        done(ESCALATION + "/return", "{\"outcome\":\"Agreed on Friday.\"}");
        done(
                ESCALATION + "/review",
                "{\"verdict\":\"against-policy\",\"remark\":\"Nobody had asked why.\"}");
        done(CHAT + "/takeover", null);
        done(
                CHAT + "/takeover",
                "{\"overrides\":[{\"ruleId\":\"help-first\",\"reason\":\"Casey is away.\"}]}");

        assertThat(log.taken.get(0)).isEqualTo(new HelpEscalation("chat-a", "e-1", "Morgan Reyes"));
        assertThat(((ReturnEscalation) log.taken.get(1)).outcome().plain()).startsWith("Agreed");
        assertThat(((ReviewEscalation) log.taken.get(2)).verdict())
                .isEqualTo(ReviewVerdict.AGAINST_POLICY);
        assertThat(((TakeOverChat) log.taken.get(3)).overrides()).isEmpty();
        assertThat(((TakeOverChat) log.taken.get(4)).overrides()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"return,{}", "review,{}", "review,'{\"verdict\":\"fine\"}'"})
    void what_makes_no_sense_is_400(String act, String body) {
        assertThat(post(ESCALATION + "/" + act, agent("morgan"), body).status()).isEqualTo(400);
        assertThat(log.taken).isEmpty();
    }

    @Test
    void visitors_have_no_part_in_it() {
        for (String act : List.of("help", "return", "review")) {
            Got got = post(ESCALATION + "/" + act, visitor("chat-a"), "{\"outcome\":\"x\"}");
            assertThat(got.status()).as(got.body()).isIn(401, 403);
        }
        assertThat(log.taken).isEmpty();
    }

    @Test
    void what_waits_for_its_review_is_for_those_who_watch_over_chats() {
        ObjectNode entry = Documents.chat("chat-a").withArray("escalations").get(0).asObject();
        entry.put("chatId", "chat-a").put("reference", "CK-2345678").put("chatState", "closed");
        entry.put("helpedFirst", false);
        house.put("/internal/reviews", Map.of("items", List.of(entry)));

        Got got = get("/api/v1/escalation-reviews", agent("morgan"));
        described().check("GET", "/api/v1/escalation-reviews", got.status(), got.body());
        assertThat(got.json().at("/items/0/escalationId").asString()).isEqualTo("e");
        assertThat(get("/api/v1/escalation-reviews", agent("casey")).code())
                .isEqualTo("leads-only");
        assertThat(get("/api/v1/escalation-reviews", visitor("chat-a")).status()).isEqualTo(403);
    }
}
