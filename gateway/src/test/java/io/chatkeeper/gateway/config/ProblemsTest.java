package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/// Whatever goes wrong is `application/problem+json`, with the right status and nothing of our
/// insides.
class ProblemsTest extends SliceTest {
    private static final String CHATS = "/api/v1/chats";
    private static final DefaultDataBufferFactory BUFFERS = new DefaultDataBufferFactory();

    private Got open(String body) {
        return call(HttpMethod.POST, CHATS, null, body, key());
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void isProblem(Got got, int status, String code) {
        assertThat(got.status()).as(got.body()).isEqualTo(status);
        assertThat(got.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(got.code()).isEqualTo(code);
        assertThat(got.body()).doesNotContain("Exception", "\\tat ", "java.", "tools.jackson");
        assertThat(described().schemaFaults("Problem", got.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "1",
                "\"text\"",
                "{\"site\":[]}",
                "{\"site\":{\"a\":1}}",
                "{\"site\":1}",
                "{\"site\":true}",
                "{\"site\":\"loan\",\"customer\":[]}",
                "{\"site\":\"loan\",\"customer\":{\"name\":{}}}",
                "{\"site\":\"loan\",\"fields\":[1]}",
                "{\"site\":\"loan\",\"fields\":{\"a\":{\"b\":1}}}",
                "{\"site\":\"loan\",\"fields\":{\"a.b\":\"x\"}}",
                "{\"site\":\"loan\",\"fields\":{\"$where\":\"x\"}}",
                "{\"site\":\"loan\",\"fields\":{\"\":\"x\"}}",
                "{\"site\":\"loan\",\"message\":\"half \\ud800 a character\"}",
                "{\"site\":\"loan\",\"message\":\"a nul \\u0000\"}",
            })
    void an_opening_that_makes_no_sense_is_400(String body) {
        isProblem(open(body), 400, "malformed");
        assertThat(log.taken).isEmpty();
    }

    @Test
    void deep_nesting_and_huge_numbers_are_400() {
        isProblem(open("{\"x\":" + "[".repeat(9000) + "]".repeat(9000) + "}"), 400, "malformed");
        isProblem(open("{\"site\":" + "9".repeat(9000) + "}"), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages|{\"text\":true}",
                "messages|{\"text\":[\"a\"]}",
                "messages|{}",
                "messages|{\"text\":\"  \"}",
                "messages|{\"text\":\"x\",\"overrides\":{}}",
                "messages|{\"text\":\"x\",\"overrides\":[null]}",
                "messages|{\"text\":\"x\",\"overrides\":[{\"ruleId\":\"r\"}]}",
                "resolution-answer|{}",
                "resolution-answer|{\"resolved\":\"yes\"}",
                "resolution-answer|{\"resolved\":true,\"score\":7e77}",
                "resolution-answer|{\"resolved\":true,\"score\":4.5}",
            })
    void a_visitor_s_act_that_makes_no_sense_is_400(String act, String body) {
        isProblem(post(CHAT + "/" + act, visitor("chat-a"), body), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes|{}",
                "notes|{\"text\":\"a\",\"concern\":\"b\"}",
                "notes|{\"text\":\"a\",\"kind\":\"gossip\"}",
                "transfers/t/decline|{}",
                "escalations|{\"trigger\":\"x\",\"to\":\"pope\"}",
                "escalations|{\"trigger\":\"x\",\"inform\":{\"timeline\":\"soon\"}}",
                "escalations|{\"trigger\":\"x\",\"inform\":{\"timeline\":\"PT99999999999999999H\"}}",
                "escalations|{\"trigger\":\"x\",\"inform\":[]}",
            })
    void an_agent_s_act_that_makes_no_sense_is_400(String act, String body) {
        isProblem(post(CHAT + "/" + act, agent("casey"), body), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"flying\"}",
                "{\"status\":1}",
                "{\"status\":null}",
                "{}",
            })
    void an_unknown_status_is_400(String body) {
        isProblem(put("/api/v1/me/status", agent("casey"), body), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"Z\",\"role\":\"king\",\"homeDesk\":\"d\"}",
                "{\"name\":\"Z\",\"role\":\"csr\",\"homeDesk\":\"a desk\"}",
                "{\"name\":\"Z\",\"role\":\"csr\",\"homeDesk\":\"d\",\"helpsAt\":[null]}",
                "{\"name\":\"Z\",\"role\":\"csr\",\"homeDesk\":\"d\",\"skills\":[1]}",
                "{\"name\":\"Z\",\"role\":\"csr\",\"homeDesk\":\"d\",\"capacity\":99999999999}",
                "{\"name\":\"Z\",\"role\":\"csr\",\"homeDesk\":\"d\",\"capacity\":1.9}",
            })
    void a_profile_that_makes_no_sense_is_400(String body) {
        isProblem(put("/api/v1/agents/zed", agent("ada"), body), 400, "malformed");
    }

    @Test
    void parameters_of_a_wrong_type_are_400() {
        isProblem(get(CHAT + "?minSequence=abc", visitor("chat-a")), 400, "malformed");
        isProblem(get(CHATS + "?unattended=maybe", agent("casey")), 400, "malformed");
        isProblem(get("/api/v1/chats/a;b", agent("casey")), 400, "malformed");
    }

    @Test
    void a_key_is_needed_to_open_and_may_not_be_endless_anywhere() {
        isProblem(post(CHATS, null, "{\"site\":\"loan\"}"), 400, "malformed");
        Map<String, String> endless = Map.of("Idempotency-Key", "k".repeat(201));
        isProblem(
                call(
                        HttpMethod.POST,
                        CHAT + "/messages",
                        visitor("chat-a"),
                        "{\"text\":\"x\"}",
                        endless),
                400,
                "malformed");
    }

    @Test
    void a_body_of_a_megabyte_is_413_whether_it_says_so_or_not() {
        String large = "{\"site\":\"loan\",\"message\":\"" + "x".repeat(1_000_000) + "\"}";
        isProblem(open(large), 413, "too-large");
        Flux<DataBuffer> pieces =
                Flux.range(0, 125)
                        .map(i -> large.substring(i * 8_000, (i + 1) * 8_000))
                        .map(piece -> BUFFERS.wrap(piece.getBytes(StandardCharsets.UTF_8)));
        Got chunked =
                got(
                        http.post()
                                .uri(CHATS)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(pieces, DataBuffer.class)
                                .exchange()
                                .expectBody(byte[].class)
                                .returnResult());
        isProblem(chunked, 413, "too-large");
    }

    @Test
    void a_text_over_its_limit_is_413() {
        String body = "{\"text\":\"" + "x".repeat(8_001) + "\"}";
        isProblem(post(CHAT + "/messages", visitor("chat-a"), body), 413, "too-large");
    }

    @Test
    void another_content_type_is_415_and_another_wish_406() {
        isProblem(
                call(HttpMethod.POST, CHATS, null, "{}", Map.of("Content-Type", "text/plain")),
                415,
                "unsupported-media-type");
        isProblem(
                call(
                        HttpMethod.GET,
                        CHAT + "/stream",
                        visitor("chat-a"),
                        null,
                        Map.of("Accept", "application/json")),
                406,
                "not-acceptable");
    }

    @Test
    void an_unknown_path_is_404_and_a_wrong_method_405() {
        isProblem(get("/api/v1/nothing", agent("casey")), 404, "not-found");
        isProblem(get("/nothing", null), 404, "not-found");
        isProblem(
                call(HttpMethod.DELETE, CHAT, agent("casey"), null, Map.of()),
                405,
                "method-not-allowed");
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_refusal_has_its_status(RefusalKind kind) {
        int status =
                switch (kind) {
                    case MALFORMED -> 400;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT, EXPIRED -> 409;
                    case PRECONDITION -> 412;
                    case SOP_VIOLATION, KEY_REUSED -> 422;
                    case BROKEN -> 500;
                };
        log.refusal = Refusal.of(kind, "some-code", "In words.");
        isProblem(post(CHAT + "/departure", visitor("chat-a"), null), status, "some-code");
    }

    @Test
    void the_rules_that_are_not_met_are_named() {
        log.refusal =
                Refusal.violating(
                        List.of(Violation.block("notes-required", "R51", null, "A note first.")));
        house.put("/internal/chats/chat-a", Map.of("chatId", "chat-a", "agents", List.of("casey")));
        house.put("/internal/agents/casey", Map.of("agentId", "casey", "desks", List.of()));
        Got got = post(CHAT + "/closure", agent("casey"), null);
        isProblem(got, 422, "sop-violation");
        assertThat(got.json().at("/violations/0/requirement").asString()).isEqualTo("R51");
    }
}
