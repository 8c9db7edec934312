package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.ClassifyChat;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.PromiseFollowUp;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent.RuleOverridden;
import io.chatkeeper.contract.PublicChatEvent.RuleViolated;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/// Writes about the customer's case, one chat at a time and many at once.
class CaseWritesTest extends SliceTest {
    private static final Violation SOFT =
            new Violation("R72", "R72", Severity.WARN, "text", "Kinder", "Let me check", true);

    @BeforeEach
    void casey_serves_the_chat() {
        house.put("/internal/chats/chat-a", Documents.chat("chat-a"));
        house.put("/internal/agents/casey", Documents.agent("casey", "customer-service"));
    }

    private Got write(int status, String path, String token, String body) {
        Got got = post(path, token, body);
        assertThat(got.status()).as(got.body()).isEqualTo(status);
        described().check("POST", path, got.status(), got.body());
        return got;
    }

    @Test
    void every_write_answers_as_it_is_described() {
        String a = agent("casey");
        write(200, CHAT + "/verification", a, "{\"method\":\"call-back\"}");
        write(200, CHAT + "/classification", a, "{\"category\":\"billing\"}");
        write(201, CHAT + "/conduct-warnings", a, null);
        write(201, CHAT + "/customer-updates", a, "{\"text\":\"Still with it.\"}");
        write(201, CHAT + "/follow-ups", a, "{\"what\":\"Call back\"}");
        write(200, CHAT + "/follow-ups/f-1/completion", a, null);
        write(200, CHAT + "/follow-ups/f-1/completion", a, "{\"outcome\":\"Called\"}");
        write(201, CHAT + "/approvals", a, "{\"action\":\"credit\",\"detail\":\"d\"}");
        write(200, CHAT + "/approvals/a-1/decision", agent("morgan"), "{\"granted\":true}");
        write(201, CHAT + "/actions", a, "{\"action\":\"credit\"}");
        write(200, CHAT + "/reopening", a, "{\"reason\":\"Again\"}");
        write(200, CHAT + "/rating", visitor("chat-a"), "{\"score\":4}");
    }

    @ParameterizedTest
    @CsvSource({
        "verification,{}",
        "customer-updates,{}",
        "follow-ups,{}",
        "follow-ups,'{\"what\":\"x\",\"dueAt\":\"tomorrow\"}'",
        "follow-ups,'{\"what\":\"x\",\"owner\":\"a b\"}'",
        "approvals,'{\"action\":\"credit\"}'",
        "approvals/a-1/decision,{}",
        "actions,{}",
        "reopening,{}",
        "classification,'{\"labels\":[null]}'",
        "classification,'{\"fields\":{\"a b\":\"x\"}}'",
        "closure,'{\"overrides\":[{\"ruleId\":\"r\"}]}'"
    })
    void what_makes_no_sense_is_400(String act, String body) {
        Got got = post(CHAT + "/" + act, agent("casey"), body);

        assertThat(got.status()).as(got.body()).isEqualTo(400);
        assertThat(log.taken).isEmpty();
    }

    @Test
    void visitors_do_not_work_on_the_case() {
        for (String act : List.of("verification", "classification", "follow-ups", "actions")) {
            Got got = post(CHAT + "/" + act, visitor("chat-a"), "{\"method\":\"m\"}");
            assertThat(got.status()).as(got.body()).isIn(401, 403);
        }
        assertThat(log.taken).isEmpty();
    }

    @Test
    void a_classification_carries_its_fields_masked() {
        write(
                200,
                CHAT + "/classification",
                agent("casey"),
                "{\"category\":\"billing\",\"labels\":[\"Pending\"],\"complaint\":true,"
                        + "\"fields\":{\"card\":\"4111 1111 1111 1111\",\"empty\":\" \"}}");

        var sent = (ClassifyChat) log.taken.getFirst();
        assertThat(sent.labels()).containsExactly("Pending");
        assertThat(sent.complaint()).isTrue();
        assertThat(sent.fields()).containsOnlyKeys("card");
        assertThat(sent.fields().get("card").plain()).doesNotContain("4111 1111 1111");
    }

    @Test
    void a_follow_up_keeps_the_id_it_names() {
        Got got =
                write(
                        201,
                        CHAT + "/follow-ups",
                        agent("casey"),
                        "{\"what\":\"Call\",\"followUpId\":\"f-1\",\"owner\":\"lee\","
                                + "\"dueAt\":\"2026-11-27T15:00:00Z\"}");

        assertThat(got.json().path("followUpId").asString()).isEqualTo("f-1");
        assertThat(((PromiseFollowUp) log.taken.getFirst()).owner()).isEqualTo("lee");
    }

    @Test
    void what_was_overridden_comes_back_as_findings() {
        log.event =
                new RuleOverridden("chat-a", "post-message", "m", SOFT, PersonalText.of("Friend"));
        Got got =
                write(
                        201,
                        CHAT + "/messages",
                        agent("casey"),
                        "{\"text\":\"I don't know\",\"accountSpecific\":true,"
                                + "\"overrides\":[{\"ruleId\":\"R72\",\"reason\":\"Friend\"}]}");

        assertThat(got.json().at("/findings/0/ruleId").asString()).isEqualTo("R72");
        var sent = (PostMessage) log.taken.getFirst();
        assertThat(sent.accountSpecific()).isTrue();
        assertThat(sent.overrides()).hasSize(1);
    }

    @Test
    void a_refusal_that_was_recorded_is_a_refusal() {
        log.event = new RuleViolated("chat-a", "post-message", List.of(SOFT));
        Got got = write(422, CHAT + "/messages", agent("casey"), "{\"text\":\"x y\"}");

        assertThat(got.code()).isEqualTo("sop-violation");
        assertThat(got.json().at("/violations/0/ruleId").asString()).isEqualTo("R72");
    }

    @Test
    void many_chats_are_single_commands_and_each_has_its_answer() {
        house.put("/internal/chats/chat-b", Documents.chat("chat-b"));
        Got got =
                write(
                        200,
                        "/api/v1/chats/bulk",
                        agent("casey"),
                        "{\"act\":\"closure\",\"chatIds\":[\"chat-a\",\"chat-b\",\"chat-a\"]}");

        assertThat(log.taken).hasSize(2).allMatch(CloseChat.class::isInstance);
        assertThat(got.json().path("results")).hasSize(2);
        assertThat(got.json().at("/results/1/chatId").asString()).isEqualTo("chat-b");
        assertThat(got.json().at("/results/1/status").asInt()).isEqualTo(200);
    }

    @Test
    void what_one_chat_refuses_is_in_its_own_answer() {
        log.refusal = Refusal.violating(List.of(SOFT));
        Got got =
                write(
                        200,
                        "/api/v1/chats/bulk",
                        agent("casey"),
                        "{\"act\":\"resolution\",\"chatIds\":[\"chat-a\",\"chat-x\"],"
                                + "\"body\":{\"summary\":\"s\"}}");

        assertThat(got.json().at("/results/0/status").asInt()).isEqualTo(422);
        assertThat(got.json().at("/results/0/violations/0/ruleId").asString()).isEqualTo("R72");
        assertThat(got.json().at("/results/1/status").asInt()).isEqualTo(404);
    }

    @Test
    void one_key_serves_all_chats_of_a_list() {
        String body = "{\"act\":\"closure\",\"chatIds\":[\"chat-a\"]}";
        Map<String, String> key = Map.of("Idempotency-Key", "k1");
        for (int i = 0; i < 2; i++) {
            call(HttpMethod.POST, "/api/v1/chats/bulk", agent("casey"), body, key);
        }
        call(HttpMethod.POST, CHAT + "/closure", agent("casey"), null, key);

        assertThat(log.ids).hasSize(3).containsOnly(log.ids.getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "'{}'",
        "'{\"act\":\"closure\",\"chatIds\":[]}'",
        "'{\"act\":\"takeover\",\"chatIds\":[\"chat-a\"]}'",
        "'{\"act\":\"closure\",\"chatIds\":[\"a b\"]}'",
        "'{\"act\":\"closure\",\"chatIds\":[\"chat-a\"],\"body\":{\"overrides\":7}}'"
    })
    void a_list_that_makes_no_sense_is_400(String body) {
        assertThat(post("/api/v1/chats/bulk", agent("casey"), body).status()).isEqualTo(400);
        assertThat(log.taken).isEmpty();
    }
}
