package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// The two live streams.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class StreamEndpoint {
    private final VisitorStream visitors;
    private final AgentStream agents;

    StreamEndpoint(VisitorStream visitors, AgentStream agents) {
        this.visitors = visitors;
        this.agents = agents;
    }

    @GetMapping("/chats/{id}/stream")
    Flux<ServerSentEvent<Object>> chat(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller) {
        return caller instanceof Caller.Visitor visitor && visitor.chatId().equals(id)
                ? visitors.of(visitor, cursor)
                : Flux.error(Problem.notFound());
    }

    @GetMapping("/me/stream")
    Flux<ServerSentEvent<Object>> mine(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller) {
        return caller instanceof Caller.Agent agent
                ? agents.of(agent, cursor)
                : Flux.error(Problem.forbidden("agents-only", "This is for agents."));
    }
}
