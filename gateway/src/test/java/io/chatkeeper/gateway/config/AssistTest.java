package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// Agents ask leads over HTTP.
class AssistTest extends SliceTest {
    private static final String ASK = "/api/v1/assist-requests";
    private static final String TEMPLATES = "/api/v1/assist-templates";
    private static final String WHOLE =
            """
            {"template":"POC CODE","clientId":"301144","aboutChatId":"chat-a",
             "question":"Could someone trained provide the code?",
             "fields":{"UTR":"7781203","APPOINTMENT TIME":"2:30 PM ET","DRIVE TIME":"35 minutes",
              "REASON":"Card 4111 1111 1111 1111 was locked out."},
             "resourcesChecked":["SOP"],"confirmed":["credit-will-not-transfer"],
             "overrides":[{"ruleId":"assist-checked","reason":"Seen on the phone."}]}
            """;

    @Autowired SopRegister register;

    @BeforeEach
    void know_the_procedure_and_a_chat() throws IOException {
        register.add(
                SopReader.read(
                        Files.readAllBytes(
                                RealParts.repositoryRoot()
                                        .resolve("deploy/sops/assist-chat.yaml"))));
        house.put("/internal/chats/chat-a", Documents.chat("chat-a"));
        house.put("/internal/agents/casey", Documents.agent("casey", "customer-service"));
        house.put("/internal/agents/lee", Documents.agent("lee", "loans"));
    }

    private Got ask(String body, String key) {
        return call(HttpMethod.POST, ASK, agent("casey"), body, Map.of("Idempotency-Key", key));
    }

    @Test
    void the_forms_are_described_so_that_a_console_can_draw_them() {
        Got got = get(TEMPLATES, agent("casey"));
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        assertThat(described().faults("GET", TEMPLATES, 200, got.body())).isEmpty();
        assertThat(got.json().path("items").valueStream().map(t -> t.path("name").asString()))
                .containsExactly("STATE-TO-STATE TRANSFER", "POC CODE", "MECHANIC BYPASS");
        assertThat(got.json().at("/items/0/fields/4/creditNotice/id").asString())
                .isEqualTo("credit-will-not-transfer");
        assertThat(got.json().at("/items/2/fields/3/neededWhen/field").asString())
                .isEqualTo("FORMS ON FILE");
        assertThat(got.json().path("silence").asString()).isEqualTo("PT10M");
        assertThat(get(TEMPLATES, visitor("chat-a")).status()).isNotEqualTo(200);
    }

    @Test
    void a_request_becomes_a_chat_and_the_same_key_the_same_chat() {
        Got got = ask(WHOLE, "key-1");
        assertThat(got.status()).as(got.body()).isEqualTo(201);
        described().check("POST", ASK, 201, got.body());
        String chat = got.json().path("chatId").asString();
        assertThat(chat).startsWith("chat-");
        assertThat(ask(WHOLE, "key-1").json().path("chatId").asString()).isEqualTo(chat);
        assertThat(ask(WHOLE, "key-2").json().path("chatId").asString()).isNotEqualTo(chat);
    }

    @Test
    void the_command_says_what_was_filled_in_with_secrets_masked() {
        ask(WHOLE, "key-3");
        var sent = (OpenAssist) log.taken.getFirst();
        assertThat(sent.sopId()).isEqualTo("assist-chat");
        assertThat(sent.agentName()).isEqualTo("Casey Lin");
        assertThat(sent.request().template()).isEqualTo("POC CODE");
        assertThat(sent.request().aboutChatId()).isEqualTo("chat-a");
        assertThat(sent.request().fields().get("REASON").plain()).doesNotContain("4111 1111 1111");
        assertThat(sent.request().confirmed()).containsExactly("credit-will-not-transfer");
        assertThat(sent.overrides()).hasSize(1);
    }

    @Test
    void what_the_procedure_misses_comes_back_as_violations() {
        log.refusal =
                Refusal.violating(
                        List.of(Violation.block("assist-balance", "R58", "fields.X", "Must be 0")));
        Got got = ask("{}", "key-4");
        assertThat(got.status()).as(got.body()).isEqualTo(422);
        described().check("POST", ASK, 422, got.body());
        assertThat(got.json().at("/violations/0/ruleId").asString()).isEqualTo("assist-balance");
        assertThat(((OpenAssist) log.taken.getFirst()).request().clientId()).isEmpty();
    }

    @Test
    void nobody_asks_about_a_chat_that_they_may_not_know_of() {
        Got got = call(HttpMethod.POST, ASK, agent("lee"), WHOLE, Map.of());
        assertThat(got.status()).as(got.body()).isEqualTo(404);
        assertThat(post(ASK, visitor("chat-a"), WHOLE).status()).isIn(401, 403);
        assertThat(log.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"aboutChatId\":\"a b\"}",
                "{\"fields\":[]}",
                "{\"resourcesChecked\":[null]}",
                "{\"resourcesChecked\":\"SOP\"}",
                "{\"overrides\":[{}]}"
            })
    void what_makes_no_sense_is_400(String body) {
        Got got = ask(body, "key-5");
        assertThat(got.status()).as(got.body()).isEqualTo(400);
        assertThat(log.taken).isEmpty();
    }
}
