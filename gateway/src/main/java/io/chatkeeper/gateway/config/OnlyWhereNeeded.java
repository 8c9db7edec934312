package io.chatkeeper.gateway.config;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Reads the bearer token, except where an expired one is just what is expected.
final class OnlyWhereNeeded implements ServerAuthenticationConverter {
    private final ServerAuthenticationConverter bearer =
            new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/api/") && !path.endsWith("/visitor-token")
                ? bearer.convert(exchange)
                : Mono.empty();
    }
}
