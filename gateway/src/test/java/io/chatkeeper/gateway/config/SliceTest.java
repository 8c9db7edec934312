package io.chatkeeper.gateway.config;

import io.chatkeeper.testkit.OpenApiAnswers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls over HTTP into the [Slice]. Every answer is held against the OpenAPI description.
@SpringBootTest(
        classes = Slice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "chatkeeper.gateway.secret=" + Slice.SECRET,
            "chatkeeper.gateway.users=src/test/resources/users.yaml",
            "management.endpoint.health.validate-group-membership=false"
        })
@AutoConfigureWebTestClient(timeout = "60s")
abstract class SliceTest {
    static final String CHAT = "/api/v1/chats/chat-a";

    /// The client is not the gateway, and takes more than the gateway does.
    private static final int ANSWER_BYTES = 1024 * 1024;

    /// What came back.
    record Got(int status, org.springframework.http.HttpHeaders headers, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();

    @org.springframework.boot.test.web.server.LocalServerPort int port;
    @Autowired WebTestClient http;
    @Autowired FakeHouse house;
    @Autowired FakeLog log;
    @Autowired CircuitBreakerRegistry breakers;
    @Autowired io.chatkeeper.gateway.identity.Tokens tokens;
    @Autowired io.chatkeeper.gateway.pages.OpenApiDescription description;

    @BeforeEach
    void start_afresh() {
        http =
                http.mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES))
                        .build();
        house.reset();
        log.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    String agent(String name) {
        return SIGNED_IN.computeIfAbsent(
                name,
                user ->
                        http.post()
                                .uri("/oauth2/token")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .bodyValue("grant_type=password&password=demo&username=" + user)
                                .exchange()
                                .expectBody(JsonNode.class)
                                .returnResult()
                                .getResponseBody()
                                .path("access_token")
                                .asString());
    }

    String visitor(String chat) {
        return tokens.forVisitor(chat, "loan");
    }

    Got get(String path, @Nullable String token) {
        return call(HttpMethod.GET, path, token, null, Map.of());
    }

    Got post(String path, @Nullable String token, @Nullable String body) {
        return call(HttpMethod.POST, path, token, body, Map.of());
    }

    Got put(String path, @Nullable String token, String body) {
        return call(HttpMethod.PUT, path, token, body, Map.of());
    }

    Got call(
            HttpMethod method,
            String path,
            @Nullable String token,
            @Nullable String body,
            Map<String, String> headers) {
        WebTestClient.RequestBodySpec request = http.method(method).uri(path);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            if (!headers.containsKey("Content-Type")) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
            request.bodyValue(body);
        }
        return got(request.exchange().expectBody(byte[].class).returnResult());
    }

    Got got(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        String text = body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return new Got(result.getStatus().value(), result.getResponseHeaders(), text);
    }

    OpenApiAnswers described() {
        return OpenApiAnswers.described(
                new String(description.json(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
