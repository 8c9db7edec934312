package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.List;
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

/// What both sides of a chat do: talk, leave, answer.
@RestController
@RequestMapping("/api/v1/chats/{id}")
class TalkEndpoint {
    private static final int OVERRIDES = 10;

    private final ChatWrites chats;

    record Override(@Nullable String ruleId, @Nullable String reason) {}

    record Message(
            @Nullable String text,
            @Nullable String clientMessageId,
            @Nullable List<@Nullable Override> overrides) {}

    record Answer(@Nullable Boolean resolved, @Nullable Integer score, @Nullable String comment) {}

    TalkEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping("/messages")
    Mono<ResponseEntity<Map<String, Object>>> post(
            @PathVariable String id,
            @RequestBody Message message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        PersonalText text = Texts.required("text", message.text, Texts.LONG);
        PersonalText client =
                Texts.optional("clientMessageId", message.clientMessageId, Texts.SHORT);
        List<RuleOverride> overrides = overrides(message.overrides);
        return chats.send(
                        caller,
                        id,
                        "messages",
                        key,
                        command ->
                                new PostMessage(
                                        id,
                                        "message-" + command,
                                        client == null ? null : client.plain(),
                                        text,
                                        overrides))
                .map(reply ->
                        Answers.created(
                                reply,
                                Map.of(
                                        "messageId",
                                        "message-" + reply.commandId(),
                                        "findings",
                                        List.of())));
    }

    @PostMapping("/departure")
    Mono<ResponseEntity<Map<String, Object>>> leave(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        return chats.send(caller, id, "departure", key, _ -> new LeaveChat(id)).map(Answers::done);
    }

    @PostMapping("/resolution-answer")
    Mono<ResponseEntity<Map<String, Object>>> answer(
            @PathVariable String id,
            @RequestBody Answer answer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        if (answer.resolved == null) {
            throw Problem.malformed("The field resolved is missing.");
        }
        PersonalText comment = Texts.optional("comment", answer.comment, Texts.LONG);
        return chats.send(
                        caller,
                        id,
                        "resolution-answer",
                        key,
                        _ -> new AnswerResolution(id, answer.resolved, answer.score, comment))
                .map(Answers::done);
    }

    private static List<RuleOverride> overrides(@Nullable List<@Nullable Override> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > OVERRIDES) {
            throw Problem.malformed("At most " + OVERRIDES + " overrides.");
        }
        return given.stream().map(TalkEndpoint::override).toList();
    }

    private static RuleOverride override(@Nullable Override given) {
        if (given == null) {
            throw Problem.malformed("An override names ruleId and reason.");
        }
        return new RuleOverride(
                Texts.required("ruleId", given.ruleId, Texts.SHORT).plain(),
                Texts.required("reason", given.reason, Texts.LONG));
    }
}
