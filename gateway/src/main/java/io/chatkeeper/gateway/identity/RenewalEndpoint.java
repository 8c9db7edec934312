package io.chatkeeper.gateway.identity;

import io.chatkeeper.gateway.protection.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// A visitor whose token has expired not longer than 24 h ago gets a new one for the same chat.
@RestController
class RenewalEndpoint {
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    record Token(String visitorToken) {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    RenewalEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/chats/{id}/visitor-token")
    Token renew(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization) {
        String old =
                authorization != null && authorization.startsWith(BEARER)
                        ? authorization.substring(BEARER.length())
                        : "";
        return tokens.renewable(old)
                .filter(visitor -> visitor.chatId().equals(id))
                .map(visitor -> new Token(tokens.forVisitor(id, visitor.site())))
                .orElseThrow(() ->
                        Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "unauthenticated",
                                "This token can't be renewed."));
    }
}
