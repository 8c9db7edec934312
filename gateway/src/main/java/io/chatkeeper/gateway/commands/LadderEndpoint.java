package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.ProposeResolution;
import io.chatkeeper.gateway.identity.Caller;
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

/// Going up the ladder, and bringing a chat to its end.
@RestController
@RequestMapping("/api/v1/chats/{id}")
class LadderEndpoint {
    private final ChatWrites chats;

    LadderEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping("/escalations")
    Mono<ResponseEntity<Map<String, Object>>> escalate(
            @PathVariable String id,
            @RequestBody LadderForms.Escalation form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "escalations", key, form)
                .map(reply -> Answers.created(reply, "escalationId", "escalation-"));
    }

    @PostMapping("/takeover")
    Mono<ResponseEntity<Map<String, Object>>> takeOver(
            @PathVariable String id,
            @RequestBody(required = false) EscalationForms.@Nullable TakeOver form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Form filled = form == null ? new EscalationForms.TakeOver(null) : form;
        return chats.send(caller, id, "takeover", key, filled).map(Answers::done);
    }

    @PostMapping("/resolution-proposal")
    Mono<ResponseEntity<Map<String, Object>>> propose(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "resolution-proposal", key, _ -> new ProposeResolution(id))
                .map(Answers::done);
    }

    @PostMapping("/resolution")
    Mono<ResponseEntity<Map<String, Object>>> resolve(
            @PathVariable String id,
            @RequestBody LadderForms.Resolution form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "resolution", key, form).map(Answers::done);
    }

    @PostMapping("/closure")
    Mono<ResponseEntity<Map<String, Object>>> close(
            @PathVariable String id,
            @RequestBody(required = false) LadderForms.@Nullable Closure form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Form filled = form == null ? new LadderForms.Closure(null) : form;
        return chats.send(caller, id, "closure", key, filled).map(Answers::done);
    }

    @PostMapping("/reopening")
    Mono<ResponseEntity<Map<String, Object>>> reopen(
            @PathVariable String id,
            @RequestBody LadderForms.Reopening form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "reopening", key, form).map(Answers::done);
    }
}
