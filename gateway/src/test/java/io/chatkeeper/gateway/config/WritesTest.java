package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.PublicDeskEvent.ChatOffered;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Writes that go well, as they are described; and each breaker, which harms only its own calls.
class WritesTest extends SliceTest {
    private static final String NEXT =
            """
            {"acts":[{"act":"close","violations":[{"ruleId":"note-required","requirement":"R51",
              "severity":"block","message":"m","overridable":false}]},
             {"act":"propose-resolution","violations":[],"code":"proposed-already","detail":"d"}]}
            """;

    private void isDescribed(HttpMethod method, String path, Got got) {
        described().check(method.name(), path, got.status(), got.body());
    }

    private Got write(int status, String path, String token, String body) {
        Got got = post(path, token, body);
        assertThat(got.status()).as(got.body()).isEqualTo(status);
        isDescribed(HttpMethod.POST, path, got);
        assertThat(got.headers().getETag()).isNotNull().contains(":7\"");
        return got;
    }

    private void open(String breaker) {
        breakers.circuitBreaker(breaker).transitionToOpenState();
    }

    private void isAway(Got got, String code) {
        assertThat(got.status()).as(got.body()).isEqualTo(503);
        assertThat(got.code()).isEqualTo(code);
        assertThat(Integer.parseInt(got.headers().getFirst("Retry-After"))).isPositive();
    }

    private void caseyServesTheChat() {
        house.put("/internal/chats/chat-a", Documents.chat("chat-a"));
        house.put("/internal/agents/casey", Documents.agent("casey", "customer-service"));
    }

    @Test
    void every_write_answers_as_it_is_described() {
        caseyServesTheChat();
        String v = visitor("chat-a");
        String a = agent("casey");
        write(201, CHAT + "/messages", v, "{\"text\":\"hello\"}");
        write(200, CHAT + "/resolution-answer", v, "{\"resolved\":true}");
        write(200, CHAT + "/departure", v, null);
        write(201, CHAT + "/messages", a, "{\"text\":\"hello\"}");
        write(201, CHAT + "/transfers", a, "{\"toDesk\":\"loans\",\"context\":\"c\"}");
        write(200, CHAT + "/transfers/t/acknowledgement", a, null);
        write(200, CHAT + "/transfers/t/decline", a, "{\"reason\":\"r\"}");
        write(200, CHAT + "/transfers/t/withdrawal", a, null);
        write(201, CHAT + "/notes", a, "{\"text\":\"Asked for rates. Sent them.\"}");
        write(201, CHAT + "/escalations", a, "{\"trigger\":\"customer-upset\"}");
        write(200, CHAT + "/takeover", agent("morgan"), null);
        write(200, CHAT + "/resolution-proposal", a, null);
        write(200, CHAT + "/resolution", a, "{\"summary\":\"s\"}");
        write(200, CHAT + "/closure", a, null);
        write(200, CHAT + "/closure", a, "{\"overrides\":[{\"ruleId\":\"r\",\"reason\":\"x\"}]}");
        String status = "/api/v1/me/status";
        isDescribed(HttpMethod.PUT, status, put(status, a, "{\"status\":\"wrap-up\"}"));
    }

    @Test
    void offers_are_answered_and_lines_are_taken_from() {
        String a = agent("casey");
        write(200, CHAT + "/offer/acceptance", a, null);
        write(200, CHAT + "/offer/decline", a, "{\"reason\":\"r\"}");
        assertThat(post(CHAT + "/offer/decline", a, "{}").status()).isEqualTo(400);
        log.event = new ChatOffered("front", "chat-b", null, "casey", "took it from the line");
        Got claimed = write(201, "/api/v1/desks/front/claims", a, null);
        assertThat(claimed.json().path("chatId").asString()).isEqualTo("chat-b");
        assertThat(log.taken)
                .contains(new AcceptOffer("casey", "chat-a", null), new ClaimChat("front"));
    }

    @Test
    void the_same_opening_names_the_same_chat() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"site\":\"loan\",\"message\":\"My card is 4111 1111 1111 1111.\"}";
        Got first = call(HttpMethod.POST, "/api/v1/chats", null, body, key);
        Got again = call(HttpMethod.POST, "/api/v1/chats", null, body, key);
        isDescribed(HttpMethod.POST, "/api/v1/chats", first);
        assertThat(again.json().path("chatId")).isEqualTo(first.json().path("chatId"));
        assertThat(first.headers().getLocation())
                .hasPath("/api/v1/chats/" + first.json().path("chatId").asString());
        OpenChat sent = (OpenChat) log.taken.getFirst();
        assertThat(sent.message()).isNotNull();
        assertThat(sent.message().plain()).doesNotContain("4111 1111");
    }

    @Test
    void the_same_key_is_the_same_message() {
        Map<String, String> key = Map.of("Idempotency-Key", "k1");
        String body = "{\"text\":\"hello\"}";
        for (int i = 0; i < 2; i++) {
            call(HttpMethod.POST, CHAT + "/messages", visitor("chat-a"), body, key);
        }
        assertThat(log.taken).hasSize(2);
        assertThat(((PostMessage) log.taken.get(0)).messageId())
                .isEqualTo(((PostMessage) log.taken.get(1)).messageId());
    }

    @Test
    void with_the_queries_breaker_open_reads_are_503_and_writes_go_on() {
        caseyServesTheChat();
        open("queries");
        isAway(get(CHAT, visitor("chat-a")), "unavailable");
        isAway(get(CHAT + "/stream", visitor("chat-a")), "unavailable");
        isAway(get("/api/v1/me/stream", agent("casey")), "unavailable");
        write(201, CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}");
    }

    @Test
    void with_the_lint_breaker_open_lint_is_503_and_all_else_goes_on() {
        caseyServesTheChat();
        house.put("/internal/lint", "{\"findings\":[]}");
        String text = "{\"kind\":\"note\",\"text\":\"x\"}";
        Got answered = post("/api/v1/lint", agent("casey"), text);
        assertThat(answered.status()).isEqualTo(200);
        isDescribed(HttpMethod.POST, "/api/v1/lint", answered);
        open("lint");
        isAway(post("/api/v1/lint", agent("casey"), text), "unavailable");
        assertThat(get(CHAT, visitor("chat-a")).status()).isEqualTo(200);
        write(201, CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}");
    }

    @Test
    void with_the_replies_breaker_open_nothing_is_written() {
        caseyServesTheChat();
        open("replies");
        isAway(post(CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}"), "unavailable");
        assertThat(log.taken).isEmpty();
        assertThat(get(CHAT, visitor("chat-a")).status()).isEqualTo(200);
    }

    @Test
    void with_the_producing_breaker_open_writes_are_503_and_reads_go_on() {
        caseyServesTheChat();
        open("producing");
        isAway(post(CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}"), "log-unavailable");
        assertThat(log.taken).isEmpty();
        assertThat(get(CHAT, visitor("chat-a")).status()).isEqualTo(200);
    }

    @Test
    void a_log_that_fails_opens_its_own_breaker_alone() {
        log.mood = FakeLog.Mood.BROKEN;
        for (int i = 0; i < 25; i++) {
            isAway(
                    post(CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}"),
                    "log-unavailable");
        }
        assertThat(breakers.circuitBreaker("producing").getState()).hasToString("OPEN");
        assertThat(breakers.circuitBreaker("replies").getState()).hasToString("CLOSED");
        assertThat(breakers.circuitBreaker("queries").getState()).hasToString("CLOSED");
    }

    @Test
    void services_that_are_away_open_the_queries_breaker() {
        house.away = true;
        for (int i = 0; i < 20; i++) {
            isAway(get(CHAT, visitor("chat-a")), "queries-unavailable");
        }
        isAway(get(CHAT, visitor("chat-a")), "unavailable");
    }

    @Test
    void what_callers_do_wrong_opens_no_breaker() {
        for (int i = 0; i < 30; i++) {
            get("/api/v1/chats/chat-b", visitor("chat-b"));
            post("/api/v1/chats/a b/messages", agent("casey"), "{\"text\":\"x\"}");
            post(CHAT + "/messages", visitor("chat-a"), "{\"text\":\"\\ud800\"}");
        }
        breakers.getAllCircuitBreakers()
                .forEach(breaker -> assertThat(breaker.getState()).hasToString("CLOSED"));
    }

    @Test
    void no_reply_in_time_is_an_outcome_unknown() {
        log.mood = FakeLog.Mood.SILENT;
        Got got = post(CHAT + "/messages", visitor("chat-a"), "{\"text\":\"x\"}");
        assertThat(got.status()).isEqualTo(504);
        assertThat(got.code()).isEqualTo("outcome-unknown");
        assertThat(got.headers().getFirst("Retry-After")).isEqualTo("1");
        isDescribed(HttpMethod.POST, CHAT + "/messages", got);
    }

    @Test
    void every_read_answers_as_it_is_described() {
        caseyServesTheChat();
        house.put("/internal/chats", Map.of("items", List.of(Documents.row("chat-a"))));
        house.put("/internal/clocks", Map.of("items", List.of(Documents.clock("chat-a"))));
        house.put("/internal/desks", Map.of("items", List.of(Documents.desk())));
        house.put(
                "/internal/agents",
                Map.of("items", List.of(Documents.agent("casey", "customer-service"))));
        house.put("/internal/streams/chat-a/events", Map.of("items", List.of(Documents.event())));
        house.put("/internal/chats/chat-a/next", NEXT);
        read(CHAT, visitor("chat-a"));
        for (String path :
                List.of(
                        CHAT,
                        CHAT + "/next",
                        "/api/v1/chats",
                        "/api/v1/clocks",
                        "/api/v1/clocks?chat=chat-a&desk=customer-service",
                        "/api/v1/desks",
                        "/api/v1/desks/customer-service",
                        "/api/v1/agents",
                        "/api/v1/agents/casey",
                        "/api/v1/me",
                        "/api/v1/me/inbox",
                        "/api/v1/chat-states",
                        "/openapi.json")) {
            read(path, agent("casey"));
        }
        read(CHAT + "/events", agent("aud"));
        read("/api/v1/me", agent("aud"));
    }

    private void read(String path, String token) {
        Got got = get(path, token);
        assertThat(got.status()).as(path + got.body()).isEqualTo(200);
        isDescribed(HttpMethod.GET, path, got);
    }
}
