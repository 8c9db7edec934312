package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.queries.AssistTemplates;
import io.chatkeeper.gateway.queries.ChatReads;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// An agent asks a lead for help: an assist chat comes to be.
@RestController
class AssistEndpoint {
    private static final String ROUTE = "POST /assist-requests";

    private final Writes writes;
    private final ChatReads reads;
    private final ChatIds ids;
    private final AssistTemplates templates;

    AssistEndpoint(Writes writes, ChatReads reads, ChatIds ids, AssistTemplates templates) {
        this.writes = writes;
        this.reads = reads;
        this.ids = ids;
        this.templates = templates;
    }

    @PostMapping("/api/v1/assist-requests")
    Mono<ResponseEntity<Map<String, Object>>> ask(
            @RequestBody AssistForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        String about = form.about();
        Function<String, Command> command =
                id -> {
                    String chatId = chatId(id);
                    return form.command(chatId, ids.reference(chatId), templates.sopId(), caller);
                };
        Mono<Reply> asked = writes.send(caller, ROUTE, key, command);
        Mono<Reply> allowed = about == null ? asked : reads.visible(caller, about, 0).then(asked);
        return allowed.map(this::answer);
    }

    private String chatId(String commandId) {
        return ids.chatId("assist", commandId);
    }

    private ResponseEntity<Map<String, Object>> answer(Reply reply) {
        String chatId = chatId(reply.commandId());
        Map<String, Object> named =
                Map.of(
                        "chatId",
                        chatId,
                        "reference",
                        ids.reference(chatId),
                        "findings",
                        Answers.findings(reply));
        ResponseEntity<Map<String, Object>> created = Answers.created(reply, named);
        return ResponseEntity.created(URI.create("/api/v1/chats/" + chatId))
                .headers(created.getHeaders())
                .body(created.getBody());
    }
}
