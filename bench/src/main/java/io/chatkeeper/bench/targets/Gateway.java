package io.chatkeeper.bench.targets;

import io.chatkeeper.pipeline.Json;
import java.io.IOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A lean client of the gateway.
public final class Gateway implements AutoCloseable {
    static final JsonMapper JSON = Json.mapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int WRONG = 400;
    private static final Set<Integer> AGAIN = Set.of(502, 503, 504);
    private static final int TRIES = 10;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Gateway(String base) {
        this.base = base;
    }

    /// The token of one of the people who may sign in.
    public String signIn(String user) throws IOException, InterruptedException {
        String form = "grant_type=password&password=bench&username=" + user;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return answered(client.send(request, BodyHandlers.ofString()))
                .path("access_token")
                .asString();
    }

    /// Says that an agent is there; false if the agent is not known yet.
    public boolean isAvailable(String token) throws IOException, InterruptedException {
        HttpRequest request =
                request("/me/status")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"status\": \"available\"}"))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() < WRONG;
    }

    CompletableFuture<JsonNode> post(String path, String token, Map<String, ?> body) {
        HttpRequest.Builder request =
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request.build(), TRIES);
    }

    /// An outcome that is not known is asked for again, under the same key.
    private CompletableFuture<JsonNode> answer(HttpRequest request, int triesLeft) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenCompose(response ->
                        AGAIN.contains(response.statusCode()) && triesLeft > 1
                                ? CompletableFuture.supplyAsync(() -> triesLeft - 1, LATER)
                                        .thenCompose(left -> answer(request, left))
                                : CompletableFuture.completedFuture(answered(response)));
    }

    /// How many chats an agent has in hand.
    public int inbox(String token) throws IOException, InterruptedException {
        return get("/me/inbox", token).path("items").size();
    }

    /// Publishes a version of a procedure over the one that is replaced.
    void putSop(String token, String sop, int replaced, String yaml)
            throws IOException, InterruptedException {
        HttpRequest request =
                request("/sops/" + sop)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/yaml")
                        .header("If-Match", Integer.toString(replaced))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .PUT(BodyPublishers.ofString(yaml))
                        .build();
        answered(client.send(request, BodyHandlers.ofString()));
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Authorization", "Bearer " + token).build();
        return answered(client.send(request, BodyHandlers.ofString()));
    }

    /// The lines of a live stream, for as long as it lives.
    Stream<String> lines(String path, String token) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .build();
        return client.send(request, BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(LIMIT);
    }

    private static JsonNode answered(HttpResponse<String> response) {
        if (response.statusCode() >= WRONG) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
