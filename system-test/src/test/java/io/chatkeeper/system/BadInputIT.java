package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What nobody should send: the right status, a problem that says what is wrong, nothing stored,
/// and no word about our insides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedHouse.class)
class BadInputIT {
    private Http http;
    private Agent casey;
    private Agent morgan;
    private Visitor dana;

    @BeforeAll
    void openAChat(House house) {
        http = new Http(house.url());
        casey = Agent.signsIn(http, "casey").is("available");
        morgan = Agent.signsIn(http, "morgan").is("available");
        dana = Visitor.opens(http, "loan", "Dana", "Hello, it's about my loan.");
        casey.awaits(dana.chatId());
    }

    @Test
    void malformed_json_and_wrong_types_are_400() {
        refused(400, "malformed", raw("/messages", dana.token(), "{\"text\": \"half"));
        refused(400, "malformed", raw("/messages", dana.token(), "[1, 2]"));
        refused(400, "malformed", raw("/messages", dana.token(), "{\"text\": {\"plain\": 1}}"));
        refused(400, "malformed", raw("/messages", dana.token(), "{}"));
        refused(400, "malformed", raw("/resolution-answer", dana.token(), "{\"score\": \"x\"}"));
    }

    @Test
    void a_megabyte_of_text_is_413() {
        String text = "x".repeat(1024 * 1024);
        refused(413, "too-large", dana.act("messages", Map.of("text", text)));
        refused(413, "too-large", dana.act("messages", Map.of("text", "y".repeat(9_000))));
    }

    @Test
    void a_foreign_or_unknown_chat_is_404() {
        Visitor eli = Visitor.opens(http, "loan", "Eli", "Hi");
        String path = "/chats/" + dana.chatId();
        refused(404, "not-found", http.get(path, eli.token()));
        refused(404, "not-found", http.post(path + "/messages", eli.token(), Map.of("text", "Hi")));
        refused(404, "not-found", http.get("/chats/chat-" + "0".repeat(32), morgan.token()));
        Agent lou = Agent.signsIn(http, "lou").is("away");
        refused(404, "not-found", http.get(path, lou.token()));
        refused(404, "not-found", lou.act(dana.chatId(), "messages", Map.of("text", "Hi")));
        refused(403, "agents-only", http.get("/me/inbox", eli.token()));
    }

    @Test
    void an_act_that_is_illegal_now_is_409() {
        refused(409, "illegal-state", casey.act(dana.chatId(), "closure", Http.nothing()));
        refused(409, "not-yours", morgan.act(dana.chatId(), "messages", Map.of("text", "Hi")));
        refused(
                409,
                "illegal-state",
                casey.act(dana.chatId(), "transfers/none/acknowledgement", Http.nothing()));
    }

    @Test
    void a_missing_or_forged_token_is_401() {
        String path = "/chats/" + dana.chatId();
        refused(401, "unauthenticated", http.get(path, null));
        String forged = dana.token().substring(0, dana.token().length() - 4) + "AAAA";
        refused(401, "unauthenticated", http.get(path, forged));
        refused(
                401,
                "unauthenticated",
                http.post(path + "/messages", "x.y.z", Map.of("text", "a")));
    }

    @Test
    void an_unknown_site_a_foreign_page_and_a_missing_key_open_nothing() {
        String key = UUID.randomUUID().toString();
        refused(400, "unknown-site", http.post("/chats", null, Map.of("site", "nowhere"), key));
        refused(400, "malformed", http.post("/chats", null, Map.of("site", "loan"), "not-a-uuid"));
        HttpRequest.Builder foreign =
                HttpRequest.newBuilder(http.uri("/chats"))
                        .header("Origin", "https://evil.example")
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"site\": \"loan\"}"));
        refused(403, "foreign-origin", http.send(foreign));
    }

    @Test
    void the_same_key_gives_the_first_answer_and_never_a_second_message() {
        String key = UUID.randomUUID().toString();
        String path = "/chats/" + dana.chatId() + "/messages";
        Answer first = http.post(path, dana.token(), Map.of("text", "Only once"), key).with(201);
        Answer again = http.post(path, dana.token(), Map.of("text", "Only once"), key).with(201);
        assertThat(again.body()).isEqualTo(first.body());
        refused(
                422,
                "idempotency-key-reused",
                http.post(path, dana.token(), Map.of("text", "Something else"), key));
        JsonNode log = morgan.get("/chats/" + dana.chatId() + "/events");
        assertThat(log.toString().split("Only once", -1)).hasSize(2);
    }

    @Test
    void two_contents_under_one_key_at_once_get_two_answers() {
        String key = UUID.randomUUID().toString();
        String path = "/chats/" + dana.chatId() + "/messages";
        List<Integer> statuses =
                Stream.of("One", "Other")
                        .map(text ->
                                CompletableFuture.supplyAsync(() ->
                                        http.post(path, dana.token(), Map.of("text", text), key)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 422);
    }

    @Test
    void secrets_are_masked_before_they_are_written() {
        dana.act("messages", Map.of("text", "My card is 4111 1111 1111 1111, SSN 123-45-6789."))
                .with(201);
        String log = morgan.get("/chats/" + dana.chatId() + "/events").toString();
        assertThat(log).contains("1111").doesNotContain("4111 1111").doesNotContain("123-45-6789");
    }

    private Answer raw(String act, String token, String body) {
        return http.send(
                http.request("/chats/" + dana.chatId() + act, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Refused as expected, in words and without a trace of our insides.
    private static void refused(int status, String code, Answer answer) {
        answer.with(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.raw()).doesNotContain("Exception").doesNotContain("at io.");
    }
}
