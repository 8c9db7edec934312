package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/// Who gets in where: tokens, visitors and agents, their chats and other people's, and pages of
/// other origins.
class AccessTest extends SliceTest {
    private void isRefused(Got got, int status, String code) {
        assertThat(got.status()).as(got.body()).isEqualTo(status);
        assertThat(got.headers().getContentType()).hasToString("application/problem+json");
        assertThat(got.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/chats/chat-a/notes",
        "POST, /api/v1/chats/chat-a/takeover",
        "POST, /api/v1/chats/chat-a/escalations",
        "POST, /api/v1/chats/chat-a/transfers",
        "POST, /api/v1/chats/chat-a/transfers/t/acknowledgement",
        "POST, /api/v1/chats/chat-a/transfers/t/decline",
        "POST, /api/v1/chats/chat-a/transfers/t/withdrawal",
        "POST, /api/v1/chats/chat-a/resolution-proposal",
        "POST, /api/v1/chats/chat-a/resolution",
        "POST, /api/v1/chats/chat-a/closure",
        "POST, /api/v1/lint",
        "PUT, /api/v1/me/status",
        "PUT, /api/v1/agents/x",
        "GET, /api/v1/me",
        "GET, /api/v1/me/inbox",
        "GET, /api/v1/me/stream",
        "GET, /api/v1/chats",
        "GET, /api/v1/clocks",
        "GET, /api/v1/desks",
        "GET, /api/v1/desks/x",
        "GET, /api/v1/agents",
        "GET, /api/v1/agents/x",
    })
    void a_visitor_at_an_agents_door_is_403(String method, String path) {
        String body = method.equals("GET") ? null : "{}";
        isRefused(
                call(HttpMethod.valueOf(method), path, visitor("chat-a"), body, Map.of()),
                403,
                "agents-only");
        assertThat(log.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/stream"})
    void another_visitor_s_chat_is_not_there(String path) {
        house.put("/internal/chats/chat-b", Map.of("chatId", "chat-b", "sequence", 3));
        isRefused(get("/api/v1/chats/chat-b" + path, visitor("chat-a")), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "departure", "resolution-answer"})
    void nothing_can_be_done_to_another_visitor_s_chat(String act) {
        String body = "{\"text\":\"x\",\"resolved\":true}";
        isRefused(post("/api/v1/chats/chat-b/" + act, visitor("chat-a"), body), 404, "not-found");
        assertThat(log.taken).isEmpty();
    }

    @Test
    void a_visitor_s_answer_has_no_internal_field() {
        house.put(
                "/internal/chats/chat-a",
                Map.of(
                        "chatId",
                        "chat-a",
                        "sequence",
                        3,
                        "notes",
                        List.of(Map.of("text", "SECRET")),
                        "agent",
                        Map.of("id", "SECRET", "name", "Casey"),
                        "desk",
                        "SECRET"));
        Got got = get(CHAT, visitor("chat-a"));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).contains("Casey").doesNotContain("SECRET");
    }

    @Test
    void an_agent_of_another_desk_can_t_tell_a_foreign_chat_from_none() {
        house.put("/internal/agents/lee", Map.of("agentId", "lee", "desks", List.of("loans")));
        house.put("/internal/chats/chat-a", Map.of("chatId", "chat-a", "desk", "customer-service"));
        log.refusal = Refusal.of(RefusalKind.CONFLICT, "not-yours", "That is Casey.");
        Got foreign = post(CHAT + "/closure", agent("lee"), null);
        log.refusal = Refusal.of(RefusalKind.NOT_FOUND, "unknown-chat", "No such chat.");
        Got none = post("/api/v1/chats/chat-x/closure", agent("lee"), null);
        isRefused(foreign, 404, "not-found");
        isRefused(none, 404, "not-found");
        assertThat(foreign.body().replace("chat-a", "chat-x")).isEqualTo(none.body());
        isRefused(get(CHAT, agent("lee")), 404, "not-found");
        isRefused(get("/api/v1/clocks?chat=chat-a", agent("lee")), 404, "not-found");
        isRefused(post(CHAT + "/notes", agent("lee"), "{\"text\":\"x\"}"), 404, "not-found");
    }

    @Test
    void the_event_log_is_for_leads_and_auditors() {
        house.put("/internal/chats/chat-a", Map.of("chatId", "chat-a"));
        house.put("/internal/streams/chat-a/events", "{\"items\":[]}");
        isRefused(get(CHAT + "/events", agent("casey")), 403, "leads-only");
        isRefused(get(CHAT + "/events", agent("ada")), 403, "leads-only");
        assertThat(get(CHAT + "/events", agent("morgan")).status()).isEqualTo(200);
        assertThat(get(CHAT + "/events", agent("aud")).status()).isEqualTo(200);
    }

    @Test
    void only_administrators_change_agents_and_only_agents_have_an_inbox() {
        isRefused(put("/api/v1/agents/x", agent("morgan"), "{}"), 403, "admins-only");
        isRefused(get("/api/v1/me", agent("casey")), 403, "not-an-agent");
        assertThat(get("/api/v1/me", agent("ada")).status()).isEqualTo(200);
    }

    @Test
    void without_a_good_token_nobody_gets_in() throws Exception {
        String good = visitor("chat-a");
        String[] parts = good.split("\\.");
        String none =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes());
        String[] bad = {
            "abc",
            "a b c",
            parts[0] + "." + parts[1] + ".AAAA",
            parts[0] + "." + visitor("chat-b").split("\\.")[1] + "." + parts[2],
            none + "." + parts[1] + ".",
            signed("chatkeeper:visitor", Instant.now().minusSeconds(1), Slice.SECRET),
            signed("https://elsewhere", Instant.now().plusSeconds(60), Slice.SECRET),
            signed("chatkeeper:visitor", Instant.now().plusSeconds(60), other()),
        };
        for (String token : bad) {
            Got got = get(CHAT, token);
            isRefused(got, 401, "unauthenticated");
            assertThat(got.headers().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        }
        isRefused(get(CHAT, null), 401, "unauthenticated");
        isRefused(get(CHAT + "?access_token=" + good, null), 401, "unauthenticated");
    }

    @Test
    void an_old_visitor_token_is_renewed_for_a_day_and_for_its_own_chat_alone() throws Exception {
        Instant now = Instant.now();
        String fresh = signed("chatkeeper:visitor", now.minusSeconds(86_000), Slice.SECRET);
        String stale = signed("chatkeeper:visitor", now.minusSeconds(86_401), Slice.SECRET);
        assertThat(post(CHAT + "/visitor-token", fresh, null).status()).isEqualTo(200);
        isRefused(post(CHAT + "/visitor-token", stale, null), 401, "unauthenticated");
        isRefused(post("/api/v1/chats/chat-b/visitor-token", fresh, null), 401, "unauthenticated");
        isRefused(post(CHAT + "/visitor-token", agent("casey"), null), 401, "unauthenticated");
        isRefused(post(CHAT + "/visitor-token", null, null), 401, "unauthenticated");
    }

    @Test
    void a_wrong_password_is_401_and_another_grant_400() {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        String wrong = "grant_type=password&username=casey&password=x";
        isRefused(
                call(HttpMethod.POST, "/oauth2/token", null, wrong, form),
                401,
                "wrong-credentials");
        isRefused(post("/oauth2/token", null, "{}"), 400, "unsupported-grant-type");
    }

    @Test
    void pages_of_other_origins_are_403() {
        isRefused(open("loan", "https://evil.example"), 403, "foreign-origin");
        isRefused(open("loan", "null"), 403, "foreign-origin");
        isRefused(open("shop", Slice.PARTNER), 403, "foreign-origin");
        isRefused(
                call(
                        HttpMethod.OPTIONS,
                        "/api/v1/chats",
                        null,
                        null,
                        preflight("https://evil.example")),
                403,
                "foreign-origin");
        assertThat(log.taken).isEmpty();
    }

    @Test
    void pages_of_a_site_and_our_own_may_open_chats() {
        Got partner = open("loan", Slice.PARTNER);
        assertThat(partner.status()).isEqualTo(201);
        assertThat(partner.headers().getAccessControlAllowOrigin()).isEqualTo(Slice.PARTNER);
        assertThat(partner.headers().getAccessControlExposeHeaders()).contains("ETag", "Location");
        assertThat(open("loan", "http://localhost:" + port).status()).isEqualTo(201);
        assertThat(open("loan", null).status()).isEqualTo(201);
        Got asked = call(HttpMethod.OPTIONS, "/api/v1/chats", null, null, preflight(Slice.PARTNER));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.headers().getAccessControlAllowHeaders())
                .contains("authorization", "idempotency-key", "last-event-id");
    }

    private static Map<String, String> preflight(String origin) {
        return Map.of(
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization, idempotency-key, last-event-id");
    }

    private Got open(String site, String origin) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (origin != null) {
            headers.put("Origin", origin);
        }
        return call(HttpMethod.POST, "/api/v1/chats", null, "{\"site\":\"" + site + "\"}", headers);
    }

    private static String other() {
        return Base64.getEncoder().encodeToString("another secret of 32 bytes length".getBytes());
    }

    private static String signed(String issuer, Instant expires, String secret) throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .subject("chat-a")
                                .claim("site", "loan")
                                .expirationTime(Date.from(expires))
                                .build());
        token.sign(new MACSigner(Base64.getDecoder().decode(secret)));
        return token.serialize();
    }
}
