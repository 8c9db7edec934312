package io.chatkeeper.gateway.identity;

import io.chatkeeper.contract.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/// Checks a bearer token: first whether the gateway signed it itself, then, where an identity
/// provider is configured, whether that one did. With a provider configured, local agents are not
/// accepted.
public final class BearerAuthentication implements ReactiveAuthenticationManager {
    private final Tokens tokens;
    private final @Nullable ReactiveJwtDecoder provider;
    private final String roleClaim;

    public BearerAuthentication(
            Tokens tokens, @Nullable ReactiveJwtDecoder provider, String roleClaim) {
        this.tokens = tokens;
        this.provider = provider;
        this.roleClaim = roleClaim;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
            return Mono.empty();
        }
        Optional<Caller> own =
                tokens.caller(bearer.getToken())
                        .filter(caller -> provider == null || caller instanceof Caller.Visitor);
        return own.map(Mono::just)
                .orElseGet(() -> fromProvider(bearer.getToken()))
                .map(CallerAuthentication::new);
    }

    private Mono<Caller> fromProvider(String token) {
        return provider == null
                ? Mono.error(new InvalidBearerTokenException("unknown token"))
                : provider.decode(token)
                        .onErrorMap(
                                JwtException.class,
                                e -> new InvalidBearerTokenException("unknown token"))
                        .map(this::agent);
    }

    private Caller agent(Jwt jwt) {
        Role role =
                Roles.of(jwt.getClaim(roleClaim))
                        .orElseThrow(() -> new InvalidBearerTokenException("no role"));
        String subject = jwt.getSubject();
        if (subject == null) {
            throw new InvalidBearerTokenException("no subject");
        }
        String name = jwt.getClaimAsString("name");
        return new Caller.Agent(subject, role, name == null ? subject : name);
    }
}
