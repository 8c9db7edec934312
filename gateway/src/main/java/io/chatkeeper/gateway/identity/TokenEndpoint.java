package io.chatkeeper.gateway.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chatkeeper.gateway.protection.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The local identity provider's token endpoint: the password grant, for the demo users alone.
@RestController
class TokenEndpoint {
    private final LocalUsers users;
    private final Tokens tokens;

    record Issued(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    TokenEndpoint(LocalUsers users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @PostMapping("/oauth2/token")
    Mono<Issued> token(ServerWebExchange exchange) {
        return exchange.getFormData().map(this::issue);
    }

    private Issued issue(MultiValueMap<String, String> form) {
        if (!"password".equals(form.getFirst("grant_type"))) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "unsupported-grant-type",
                    "Only the password grant is offered here.");
        }
        String username = word(form, "username");
        return users.signIn(username, word(form, "password"))
                .map(user -> tokens.forAgent(username, user.role(), user.name()))
                .map(token -> new Issued(token, "Bearer", tokens.agentLifeSeconds()))
                .orElseThrow(() ->
                        Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "wrong-credentials",
                                "User name or password is not right."));
    }

    private static String word(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
