package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.protection.Breakers;
import io.chatkeeper.gateway.protection.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// Asks the notes service what the rules say of a text.
public final class LintClient {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final WebClient notes;
    private final Breakers breakers;

    public LintClient(WebClient notes, Breakers breakers) {
        this.notes = notes;
        this.breakers = breakers;
    }

    /// The findings; a [Problem] 503 if nobody answers in time: a text can then be sent unjudged,
    /// and meets the rules where it is decided.
    public Mono<ObjectNode> lint(ObjectNode text) {
        Mono<ObjectNode> call =
                notes.post()
                        .uri("/internal/lint")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(text)
                        .retrieve()
                        .bodyToMono(ObjectNode.class)
                        .timeout(ANSWER_LIMIT)
                        .onErrorMap(WebClientResponseException.class, LintClient::refused);
        return breakers.aroundLint(call)
                .onErrorMap(WebClientException.class, _ -> away())
                .onErrorMap(TimeoutException.class, _ -> away());
    }

    private static Throwable refused(WebClientResponseException answer) {
        return switch (answer.getStatusCode().value()) {
            case 400 -> Problem.malformed("kind and text are needed; kind is one of the five.");
            case 404 -> Problem.notFound();
            case 413 ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The text is too long.");
            default -> answer;
        };
    }

    private static Problem away() {
        return Problem.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "lint-unavailable",
                "Rules can't be checked now; they are checked when you send.",
                Duration.ofSeconds(5));
    }
}
