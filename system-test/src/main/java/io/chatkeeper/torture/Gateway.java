package io.chatkeeper.torture;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The front door as a client sees it. One call here is one attempt; whoever wants to insist, does.
final class Gateway {
    /// The gateway gives itself 5 s to write, 5 s to wait and 4 s to look something up. The rest is
    /// for a slow machine; who has no answer by then is being kept.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final int UNAUTHORIZED = 401;

    private final String base;
    private final ClientJournal journal;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    Gateway(String base, ClientJournal journal) {
        this.base = base;
        this.journal = journal;
    }

    HttpClient client() {
        return client;
    }

    /// How many requests got no answer within the patience of a client.
    int kept() {
        return kept.get();
    }

    int attempts() {
        return attempts.get();
    }

    /// One attempt of a request that the journal knows; empty if no answer came.
    Optional<Reply> attempt(Asked asked, String token) {
        attempts.incrementAndGet();
        HttpRequest.Builder request =
                request(asked.path(), token)
                        .header("Idempotency-Key", asked.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(asked.body().toString()));
        return send(request)
                .map(answer ->
                        journal.answered(
                                asked,
                                answer.statusCode(),
                                answer.body(),
                                answer.headers().firstValue("Retry-After").isPresent()));
    }

    /// Asks with the same key until there is an outcome; empty if the time is over before.
    Optional<Reply> insist(Asked asked, Supplier<String> token, Deadline deadline) {
        while (!deadline.over()) {
            String now = token.get();
            if (!now.isEmpty() || asked.act() == Act.OPEN) {
                Optional<Reply> reply = attempt(asked, now);
                if (reply.isPresent() && reply.get().isFinal()) {
                    return reply;
                }
            }
            Deadline.pause(AGAIN);
        }
        return Optional.empty();
    }

    /// What stands there for this user; empty if it can't be read now, or is not there.
    Optional<JsonNode> get(String path, String user) {
        Optional<HttpResponse<String>> answer = send(request(path, tokenOf(user)).GET());
        if (answer.filter(one -> one.statusCode() == UNAUTHORIZED).isPresent()) {
            tokens.remove(user);
        }
        return answer.filter(one -> one.statusCode() == 200).map(one -> Json.read(one.body()));
    }

    /// The status of an agent, once the gateway takes it.
    void available(String user, Deadline deadline) {
        String body = Json.text(Map.of("status", "available"));
        while (!deadline.over()) {
            HttpRequest.Builder request =
                    request("/me/status", tokenOf(user))
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(body));
            if (send(request).filter(answer -> answer.statusCode() == 200).isPresent()) {
                return;
            }
            Deadline.pause(AGAIN);
        }
        throw new IllegalStateException(user + " can't be made available");
    }

    /// The token of a user, fetched once; empty while the gateway can't be asked.
    String tokenOf(String user) {
        String known = tokens.get(user);
        if (known != null) {
            return known;
        }
        String form = "grant_type=password&password=demo&username=" + user;
        String fetched =
                send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> Json.read(answer.body()).path("access_token").asString(""))
                        .orElse("");
        if (!fetched.isEmpty()) {
            tokens.put(user, fetched);
        }
        return fetched;
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
        } catch (ConnectException _) {
            return Optional.empty();
        } catch (HttpTimeoutException _) {
            kept.incrementAndGet();
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
