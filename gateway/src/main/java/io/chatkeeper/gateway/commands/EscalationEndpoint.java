package io.chatkeeper.gateway.commands;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What follows an escalation: somebody helps, gives back, and somebody looks at how it went (R99,
/// R100). Who may is decided in the chat.
@RestController
@RequestMapping("/api/v1/chats/{id}/escalations/{escalation}")
class EscalationEndpoint {
    private final ChatWrites chats;

    EscalationEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping("/help")
    Mono<ResponseEntity<Map<String, Object>>> help(
            @PathVariable String id,
            @PathVariable String escalation,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(
                        caller, id, act(escalation, "help"), key, EscalationForms.help(escalation))
                .map(Answers::done);
    }

    @PostMapping("/return")
    Mono<ResponseEntity<Map<String, Object>>> giveBack(
            @PathVariable String id,
            @PathVariable String escalation,
            @RequestBody EscalationForms.Outcome form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, act(escalation, "return"), key, form.of(escalation))
                .map(Answers::done);
    }

    @PostMapping("/review")
    Mono<ResponseEntity<Map<String, Object>>> review(
            @PathVariable String id,
            @PathVariable String escalation,
            @RequestBody EscalationForms.Review form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, act(escalation, "review"), key, form.of(escalation))
                .map(Answers::done);
    }

    private static String act(String escalation, String word) {
        return "escalations/" + Ids.required("escalation", escalation) + "/" + word;
    }
}
