package io.chatkeeper.gateway.commands;

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

/// What agents find out about a customer's case and do about it.
@RestController
@RequestMapping("/api/v1/chats/{id}")
class CaseEndpoint {
    private final ChatWrites chats;

    CaseEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping("/verification")
    Mono<ResponseEntity<Map<String, Object>>> verify(
            @PathVariable String id,
            @RequestBody CaseForms.Verification form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "verification", key, form).map(Answers::done);
    }

    @PostMapping("/classification")
    Mono<ResponseEntity<Map<String, Object>>> classify(
            @PathVariable String id,
            @RequestBody CaseForms.Classification form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "classification", key, form).map(Answers::done);
    }

    @PostMapping("/conduct-warnings")
    Mono<ResponseEntity<Map<String, Object>>> warn(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "conduct-warnings", key, new CaseForms.Warning())
                .map(reply -> Answers.created(reply, "warningId", "warning-"));
    }

    @PostMapping("/customer-updates")
    Mono<ResponseEntity<Map<String, Object>>> update(
            @PathVariable String id,
            @RequestBody CaseForms.Update form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "customer-updates", key, form)
                .map(reply -> Answers.created(reply, "updateId", "update-"));
    }

    @PostMapping("/follow-ups")
    Mono<ResponseEntity<Map<String, Object>>> promise(
            @PathVariable String id,
            @RequestBody CaseForms.FollowUp form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "follow-ups", key, form)
                .map(reply ->
                        Answers.created(reply, Map.of("followUpId", form.id(reply.commandId()))));
    }

    @PostMapping("/follow-ups/{followUp}/completion")
    Mono<ResponseEntity<Map<String, Object>>> complete(
            @PathVariable String id,
            @PathVariable String followUp,
            @RequestBody(required = false) CaseForms.@Nullable Completion form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        CaseForms.Completion filled = form == null ? new CaseForms.Completion(null) : form;
        String act = "follow-ups/" + followUp + "/completion";
        return chats.send(caller, id, act, key, filled.of(followUp)).map(Answers::done);
    }

    @PostMapping("/records/{record}/attempts")
    Mono<ResponseEntity<Map<String, Object>>> sendRecord(
            @PathVariable String id,
            @PathVariable String record,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        String act = "records/" + record + "/attempts";
        return chats.send(caller, id, act, key, CaseForms.attempt(record)).map(Answers::done);
    }

    @PostMapping("/approvals")
    Mono<ResponseEntity<Map<String, Object>>> askApproval(
            @PathVariable String id,
            @RequestBody CaseForms.Approval form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "approvals", key, form)
                .map(reply -> Answers.created(reply, "approvalId", "approval-"));
    }

    @PostMapping("/approvals/{approval}/decision")
    Mono<ResponseEntity<Map<String, Object>>> decideApproval(
            @PathVariable String id,
            @PathVariable String approval,
            @RequestBody CaseForms.Deciding form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        String act = "approvals/" + approval + "/decision";
        return chats.send(caller, id, act, key, form.on(approval)).map(Answers::done);
    }

    @PostMapping("/actions")
    Mono<ResponseEntity<Map<String, Object>>> act(
            @PathVariable String id,
            @RequestBody CaseForms.Action form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "actions", key, form)
                .map(reply -> Answers.created(reply, "actionId", "action-"));
    }
}
