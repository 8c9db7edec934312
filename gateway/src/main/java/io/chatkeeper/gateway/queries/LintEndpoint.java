package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// What the rules say of a text while it is written. Changes nothing.
@RestController
class LintEndpoint {
    private final LintClient client;

    LintEndpoint(LintClient client) {
        this.client = client;
    }

    @PostMapping("/api/v1/lint")
    Mono<ObjectNode> lint(
            @RequestBody ObjectNode text, @AuthenticationPrincipal Caller.Agent caller) {
        return client.lint(text);
    }
}
