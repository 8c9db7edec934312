package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.ProposeResolution;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
    private static final Duration LONGEST_TIMELINE = Duration.ofDays(14);

    private final ChatWrites chats;

    record Inform(@Nullable String timeline, @Nullable String contact) {}

    record Escalation(
            @Nullable String trigger,
            @Nullable String detail,
            @Nullable String to,
            @Nullable Inform inform) {}

    record Resolution(@Nullable String summary) {}

    LadderEndpoint(ChatWrites chats) {
        this.chats = chats;
    }

    @PostMapping("/escalations")
    Mono<ResponseEntity<Map<String, Object>>> escalate(
            @PathVariable String id,
            @RequestBody Escalation escalation,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Inform inform = escalation.inform == null ? new Inform(null, null) : escalation.inform;
        PersonalText trigger = Texts.judgedLater("trigger", escalation.trigger, Texts.SHORT);
        PersonalText detail = Texts.judgedLater("detail", escalation.detail, Texts.LONG);
        PersonalText contact = Texts.optional("inform.contact", inform.contact, Texts.SHORT);
        Duration timeline = timeline(inform.timeline);
        Role to = role(escalation.to);
        return chats.send(
                        caller,
                        id,
                        "escalations",
                        key,
                        command ->
                                new EscalateChat(
                                        id,
                                        "escalation-" + command,
                                        trigger.plain(),
                                        detail,
                                        to,
                                        timeline,
                                        contact,
                                        null))
                .map(reply ->
                        Answers.created(
                                reply, Map.of("escalationId", "escalation-" + reply.commandId())));
    }

    @PostMapping("/takeover")
    Mono<ResponseEntity<Map<String, Object>>> takeOver(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "takeover", key, _ -> new TakeOverChat(id, caller.name()))
                .map(Answers::done);
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
            @RequestBody Resolution resolution,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        PersonalText summary = Texts.judgedLater("summary", resolution.summary, Texts.LONG);
        return chats.send(caller, id, "resolution", key, _ -> new ResolveChat(id, summary))
                .map(Answers::done);
    }

    @PostMapping("/closure")
    Mono<ResponseEntity<Map<String, Object>>> close(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        return chats.send(caller, id, "closure", key, _ -> new CloseChat(id)).map(Answers::done);
    }

    private static @Nullable Duration timeline(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            Duration timeline = Duration.parse(given);
            if (timeline.isPositive() && timeline.compareTo(LONGEST_TIMELINE) <= 0) {
                return timeline;
            }
        } catch (DateTimeParseException e) {
            throw Problem.malformed("inform.timeline is a duration such as PT30M.");
        }
        throw Problem.malformed("inform.timeline lies between now and 14 days.");
    }

    private static @Nullable Role role(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.leads() && role.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("to is lead, supervisor or manager."));
    }
}
