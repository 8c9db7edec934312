package io.chatkeeper.system;

import io.chatkeeper.testkit.OpenApiAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A well-behaved client of the gateway: each request has an idempotency key, and one whose outcome
/// is not known is sent again with the same key.
final class Http {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> AGAIN = Set.of(502, 503, 504);

    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();
    private final OpenApiAnswers description;

    /// Every answer is held against the description that the gateway itself gives.
    Http(String base) {
        this.base = base;
        this.description = OpenApiAnswers.described(text(URI.create(base + "/openapi.json")));
    }

    private String text(URI address) {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    URI uri(String path) {
        return URI.create(base + (path.startsWith("/oauth2") ? path : "/api/v1" + path));
    }

    Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    Answer post(String path, @Nullable String token, Object body) {
        return post(path, token, body, UUID.randomUUID().toString());
    }

    Answer post(String path, @Nullable String token, Object body, String key) {
        return send(
                request(path, token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, @Nullable String token, Object body) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    String signIn(String user) {
        String form = "grant_type=password&password=demo&username=" + user;
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .with(200)
                .text("access_token");
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> response =
                        client.send(
                                request.timeout(Duration.ofSeconds(10)).build(),
                                BodyHandlers.ofString());
                if (!AGAIN.contains(response.statusCode()) || System.nanoTime() > until) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the gateway does not answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Wait.aMoment(PAUSE);
        }
    }

    private Answer answer(HttpResponse<String> response) {
        String raw = response.body();
        HttpRequest asked = response.request();
        String type = response.headers().firstValue("Content-Type").orElse("");
        description.check(asked.method(), asked.uri().getPath(), response.statusCode(), type, raw);
        boolean json = type.contains("json");
        JsonNode body = json ? JSON.readTree(raw) : JSON.createObjectNode();
        return new Answer(response.statusCode(), response.headers(), body, raw);
    }

    static Map<String, Object> nothing() {
        return Map.of();
    }
}
