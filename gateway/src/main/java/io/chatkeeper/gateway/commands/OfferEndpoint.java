package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.AgentCommand.DeclineOffer;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicDeskEvent.ChatOffered;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Chats on their way to somebody: answering an offer, and taking the next one from a line.
@RestController
class OfferEndpoint {
    private final Writes writes;

    /// @param offer the number of the offer that was seen
    record Acceptance(@Nullable Long offer) {}

    record Decline(@Nullable String reason, @Nullable Long offer) {}

    OfferEndpoint(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("/api/v1/chats/{id}/offer/acceptance")
    Mono<ResponseEntity<Map<String, Object>>> accept(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Acceptance acceptance,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Long offer = acceptance == null ? null : acceptance.offer;
        return writes.send(
                        caller,
                        "POST /chats/" + known(id) + "/offer/acceptance",
                        key,
                        _ -> new AcceptOffer(caller.id(), id, offer))
                .onErrorMap(Problem.class, OfferEndpoint::noProfile)
                .map(Answers::done);
    }

    @PostMapping("/api/v1/chats/{id}/offer/decline")
    Mono<ResponseEntity<Map<String, Object>>> decline(
            @PathVariable String id,
            @RequestBody Decline decline,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        PersonalText reason = Texts.required("reason", decline.reason, Texts.LONG);
        return writes.send(
                        caller,
                        "POST /chats/" + known(id) + "/offer/decline",
                        key,
                        _ -> new DeclineOffer(caller.id(), id, reason, decline.offer))
                .onErrorMap(Problem.class, OfferEndpoint::noProfile)
                .map(Answers::done);
    }

    @PostMapping("/api/v1/desks/{id}/claims")
    Mono<ResponseEntity<Map<String, Object>>> claim(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return writes.send(
                        caller, "POST /desks/" + known(id) + "/claims", key, _ -> new ClaimChat(id))
                .map(reply -> Answers.created(reply, Map.of("chatId", claimed(reply))));
    }

    private static String claimed(Reply reply) {
        return reply.events().stream()
                .map(Recorded::event)
                .filter(ChatOffered.class::isInstance)
                .map(event -> ((ChatOffered) event).chatId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a claim without a chat"));
    }

    private static String known(String id) {
        if (!Ids.isPlain(id)) {
            throw Problem.notFound();
        }
        return id;
    }

    private static Problem noProfile(Problem problem) {
        return problem.status() == HttpStatus.NOT_FOUND
                ? Problem.forbidden("not-an-agent", "You have no profile as an agent.")
                : problem;
    }
}
