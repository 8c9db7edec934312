package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.AcknowledgeTransfer;
import io.chatkeeper.contract.ChatCommand.DeclineTransfer;
import io.chatkeeper.contract.ChatCommand.WithdrawTransfer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Texts;
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

/// Handing a chat over (R41-R47).
@RestController
@RequestMapping("/api/v1/chats/{id}/transfers")
class TransferEndpoint {
    private final ChatWrites chats;

    record Decline(@Nullable String reason) {}

    TransferEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping
    Mono<ResponseEntity<Map<String, Object>>> request(
            @PathVariable String id,
            @RequestBody LadderForms.Transfer form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "transfers", key, form)
                .map(reply -> Answers.created(reply, "transferId", "transfer-"));
    }

    @PostMapping("/{transfer}/acknowledgement")
    Mono<ResponseEntity<Map<String, Object>>> acknowledge(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(
                        caller,
                        id,
                        "transfers/" + transfer + "/acknowledgement",
                        key,
                        _ -> new AcknowledgeTransfer(id, transfer))
                .map(Answers::done);
    }

    @PostMapping("/{transfer}/decline")
    Mono<ResponseEntity<Map<String, Object>>> decline(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestBody Decline decline,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        PersonalText reason = Texts.required("reason", decline.reason, Texts.LONG);
        return chats.send(
                        caller,
                        id,
                        "transfers/" + transfer + "/decline",
                        key,
                        _ -> new DeclineTransfer(id, transfer, reason))
                .map(Answers::done);
    }

    @PostMapping("/{transfer}/withdrawal")
    Mono<ResponseEntity<Map<String, Object>>> withdraw(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(
                        caller,
                        id,
                        "transfers/" + transfer + "/withdrawal",
                        key,
                        _ -> new WithdrawTransfer(id, transfer))
                .map(Answers::done);
    }
}
