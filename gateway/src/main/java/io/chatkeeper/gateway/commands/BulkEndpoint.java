package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The same act on many chats: single commands, each decided by its own chat and answered by
/// itself. There is no command for many chats, so there is no path around a rule (P9).
@RestController
class BulkEndpoint {
    private static final int MOST = 50;
    private static final int AT_ONCE = 8;

    private static final Map<String, Class<? extends Form>> ACTS =
            Map.ofEntries(
                    Map.entry("transfers", LadderForms.Transfer.class),
                    Map.entry("escalations", LadderForms.Escalation.class),
                    Map.entry("resolution", LadderForms.Resolution.class),
                    Map.entry("closure", LadderForms.Closure.class),
                    Map.entry("reopening", LadderForms.Reopening.class),
                    Map.entry("classification", CaseForms.Classification.class),
                    Map.entry("follow-ups", CaseForms.FollowUp.class),
                    Map.entry("customer-updates", CaseForms.Update.class));

    private final ChatWrites chats;
    private final JsonMapper json;

    /// @param act the last part of the single act's path
    /// @param body what would be sent there; the same for every chat
    record Bulk(
            @Nullable String act,
            @Nullable List<@Nullable String> chatIds,
            @Nullable ObjectNode body) {}

    /// @param status what the single act would have answered
    record Result(
            String chatId,
            int status,
            @Nullable Long sequence,
            @Nullable String code,
            @Nullable String detail,
            @Nullable List<Violation> violations) {}

    record Results(List<Result> results) {}

    BulkEndpoint(ChatWrites chats, JsonMapper json) {
        this.chats = chats;
        this.json = json;
    }

    @PostMapping("/api/v1/chats/bulk")
    Mono<Results> many(
            @RequestBody Bulk bulk,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        List<String> ids = Ids.list("chatIds", bulk.chatIds).stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Problem.malformed("Name 1 to " + MOST + " chats in chatIds.");
        }
        Form form = form(bulk);
        String act = String.valueOf(bulk.act);
        return Flux.fromIterable(ids)
                .flatMapSequential(id -> one(caller, id, act, key, form), AT_ONCE)
                .collectList()
                .map(Results::new);
    }

    /// A key is unique within its route, and the route names the chat: one key serves all.
    private Mono<Result> one(
            Caller.Agent caller, String id, String act, @Nullable String key, Form form) {
        return Mono.defer(() -> chats.send(caller, id, act, key, form))
                .map(reply -> done(id, reply))
                .onErrorResume(Problem.class, problem -> Mono.just(refused(id, problem)));
    }

    private static Result done(String id, Reply reply) {
        return new Result(id, 200, reply.sequence(), null, null, null);
    }

    private static Result refused(String id, Problem problem) {
        List<Violation> violations = problem.violations();
        return new Result(
                id,
                problem.status().value(),
                null,
                problem.code(),
                problem.detail(),
                violations.isEmpty() ? null : violations);
    }

    private Form form(Bulk bulk) {
        Class<? extends Form> type = bulk.act == null ? null : ACTS.get(bulk.act);
        if (type == null) {
            throw Problem.malformed(
                    "act is one of " + String.join(", ", ACTS.keySet().stream().sorted().toList()));
        }
        try {
            return json.treeToValue(bulk.body == null ? json.createObjectNode() : bulk.body, type);
        } catch (JacksonException e) {
            throw Problem.malformed("body can't be read as what " + bulk.act + " takes.");
        }
    }
}
