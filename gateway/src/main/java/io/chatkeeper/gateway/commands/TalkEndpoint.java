package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.RateChat;
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
    private final ChatWrites chats;

    record Message(
            @Nullable String text,
            @Nullable String clientMessageId,
            @Nullable Boolean accountSpecific,
            @Nullable List<Overrides.@Nullable Override> overrides) {}

    record Rating(@Nullable Integer score, @Nullable String comment) {}

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
        List<RuleOverride> overrides = Overrides.of(message.overrides);
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
                                        overrides,
                                        message.accountSpecific))
                .map(reply ->
                        Answers.created(
                                reply,
                                Map.of(
                                        "messageId",
                                        "message-" + reply.commandId(),
                                        "findings",
                                        Answers.findings(reply))));
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

    @PostMapping("/rating")
    Mono<ResponseEntity<Map<String, Object>>> rate(
            @PathVariable String id,
            @RequestBody Rating rating,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        if (rating.score == null) {
            throw Problem.malformed("The field score is missing.");
        }
        int score = rating.score;
        PersonalText comment = Texts.optional("comment", rating.comment, Texts.LONG);
        return chats.send(caller, id, "rating", key, _ -> new RateChat(id, score, comment))
                .map(Answers::done);
    }
}
