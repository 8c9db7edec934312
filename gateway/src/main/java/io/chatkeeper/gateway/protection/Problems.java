package io.chatkeeper.gateway.protection;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one place where anything thrown becomes `application/problem+json`.
public final class Problems implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        return write(exchange, translate(thrown));
    }

    /// Writes a problem as the answer to a request.
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "" + Math.max(1, wait.toSeconds()));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] body = json.writeValueAsBytes(body(exchange, problem));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private ObjectNode body(ServerWebExchange exchange, Problem problem) {
        ObjectNode body = json.createObjectNode();
        body.put("type", "https://chatkeeper.io/problems/" + problem.code());
        body.put("title", problem.status().getReasonPhrase());
        body.put("status", problem.status().value());
        body.put("detail", problem.detail());
        body.put("instance", exchange.getRequest().getPath().value());
        body.put("code", problem.code());
        if (!problem.violations().isEmpty()) {
            body.set("violations", json.valueToTree(problem.violations()));
        }
        return body;
    }

    private static Problem translate(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case CallNotPermittedException _ ->
                    Problem.later(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "A part of the system is away for the moment.",
                            SOON);
            case AuthenticationException _ -> unauthenticated();
            case AccessDeniedException _ -> unauthenticated();
            case DataBufferLimitException _ -> tooLarge();
            case ResponseStatusException status -> translate(status);
            default -> {
                LOG.error("request failed", thrown);
                yield Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong here. It has been recorded.");
            }
        };
    }

    private static Problem translate(ResponseStatusException thrown) {
        Throwable cause = thrown.getCause();
        while (cause != null) {
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
            cause = cause.getCause();
        }
        HttpStatusCode status = thrown.getStatusCode();
        HttpStatus known = HttpStatus.resolve(status.value());
        return switch (known) {
            case BAD_REQUEST ->
                    Problem.malformed("The request can't be read: check its JSON and its fields.");
            case NOT_FOUND -> Problem.notFound();
            case UNSUPPORTED_MEDIA_TYPE ->
                    Problem.of(known, "unsupported-media-type", "Send application/json.");
            case METHOD_NOT_ALLOWED ->
                    Problem.of(known, "method-not-allowed", "This can't be done to that address.");
            case NOT_ACCEPTABLE ->
                    Problem.of(known, "not-acceptable", "There is no such form of the answer.");
            case CONTENT_TOO_LARGE -> tooLarge();
            case null -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "error", "Request failed.");
            default -> Problem.of(known, "error", "The request failed.");
        };
    }

    public static Problem unauthenticated() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in, or renew your token.");
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is larger than allowed.");
    }
}
