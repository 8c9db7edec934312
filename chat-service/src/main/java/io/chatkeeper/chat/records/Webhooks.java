package io.chatkeeper.chat.records;

import io.chatkeeper.chat.records.Destination.Reach;
import io.chatkeeper.chat.records.PublicAddresses.PrivateAddress;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/// Brings a record to another system, once. Whoever calls decides whether to try again.
final class Webhooks implements AutoCloseable {
    /// What an attempt may take, the other system's thinking included.
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int CONNECTIONS = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ConnectionProvider connections =
            ConnectionProvider.builder("records")
                    .maxConnections(CONNECTIONS)
                    .maxIdleTime(IDLE)
                    .build();

    /// Names are looked up on these threads, which may wait.
    private final LoopResources threads = LoopResources.create("records", 2, true);

    private final HttpClient http =
            HttpClient.create(connections)
                    .runOn(threads)
                    .followRedirect(false)
                    .responseTimeout(LIMIT);
    private final WebClient inside = client(http);
    private final WebClient outside = client(http.resolver(new PublicAddresses()));
    private final CircuitBreakerRegistry breakers;

    Webhooks(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    private static WebClient client(HttpClient http) {
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
    }

    /// Empty if the other system has the record; otherwise what went wrong, in a word.
    Mono<Optional<String>> post(String name, Destination to, String id, Instant at, byte[] body) {
        WebClient client = to.privateAddresses() == Reach.ALLOWED ? inside : outside;
        return client.post()
                .uri(to.url())
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.of(to.secrets(), id, at, body))
                .bodyValue(body)
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                .timeout(LIMIT)
                .flatMap(Webhooks::taken)
                .transformDeferred(
                        CircuitBreakerOperator.of(breakers.circuitBreaker("records-" + name)))
                .thenReturn(Optional.<String>empty())
                .onErrorResume(failure -> Mono.just(Optional.of(problem(failure))));
    }

    private static Mono<Boolean> taken(HttpStatusCode status) {
        return status.is2xxSuccessful()
                ? Mono.just(true)
                : Mono.error(new NotTaken("status-" + status.value()));
    }

    /// A word without addresses and without anybody's text.
    private static String problem(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Exceptions::unwrap)
                .flatMap(Webhooks::word)
                .findFirst()
                .orElse("unreachable");
    }

    private static Stream<String> word(Throwable cause) {
        return switch (cause) {
            case NotTaken refused -> Stream.of(refused.word);
            case PrivateAddress _ -> Stream.of("private-address");
            case CallNotPermittedException _ -> Stream.of("paused");
            case TimeoutException _ -> Stream.of("timeout");
            case io.netty.handler.timeout.TimeoutException _ -> Stream.of("timeout");
            default -> Stream.empty();
        };
    }

    @Override
    public void close() {
        connections.dispose();
        threads.dispose();
    }

    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String word;

        NotTaken(String word) {
            super(word, null, false, false);
            this.word = word;
        }
    }
}
