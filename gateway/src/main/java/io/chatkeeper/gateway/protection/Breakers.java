package io.chatkeeper.gateway.protection;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Mono;

/// The circuit breakers, around exactly these: the query client, the lint client, the wait for a
/// reply, and producing a command. An open one answers 503 and harms none of the others.
public final class Breakers {
    private final CircuitBreaker queries;
    private final CircuitBreaker lint;
    private final CircuitBreaker replies;
    private final CircuitBreaker producing;

    public Breakers(CircuitBreakerRegistry registry) {
        this.queries = registry.circuitBreaker("queries");
        this.lint = registry.circuitBreaker("lint");
        this.replies = registry.circuitBreaker("replies");
        this.producing = registry.circuitBreaker("producing");
    }

    public <T> Mono<T> aroundQuery(Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(queries));
    }

    public <T> Mono<T> aroundLint(Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(lint));
    }

    public <T> Mono<T> aroundReply(Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(replies));
    }

    public <T> Mono<T> aroundProducing(Mono<T> call) {
        return call.transformDeferred(CircuitBreakerOperator.of(producing));
    }
}
