package io.chatkeeper.projection.web;

import io.chatkeeper.projection.chats.ChatQueries;
import io.chatkeeper.projection.chats.ReviewQueries;
import io.chatkeeper.projection.desks.DeskQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// The queries of the read models, for the gateway.
@RestController
class ProjectionEndpoint {
    private final ChatQueries chats;
    private final DeskQueries desks;
    private final ReviewQueries reviews;

    record Items(List<ObjectNode> items) {}

    ProjectionEndpoint(ChatQueries chats, DeskQueries desks, ReviewQueries reviews) {
        this.chats = chats;
        this.desks = desks;
        this.reviews = reviews;
    }

    /// 404 for an unknown chat; 503 if the view has not come to `minSequence` within 2 s.
    @GetMapping("/internal/chats/{id}")
    Mono<ResponseEntity<ObjectNode>> chat(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long minSequence,
            @RequestParam @Nullable Integer messagesBefore) {
        return chats.chat(id, minSequence, messagesBefore)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(
                        ResponseEntity.status(
                                        minSequence > 0
                                                ? HttpStatus.SERVICE_UNAVAILABLE
                                                : HttpStatus.NOT_FOUND)
                                .build());
    }

    @GetMapping("/internal/chats")
    Mono<Items> open(
            @RequestParam @Nullable String desk,
            @RequestParam @Nullable String agent,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Boolean unattended) {
        return chats.open(new ChatQueries.Wanted(desk, agent, state, unattended)).map(Items::new);
    }

    @GetMapping("/internal/clocks")
    Mono<Items> clocks(@RequestParam @Nullable String state, @RequestParam @Nullable String chat) {
        return chats.clocks(state, chat).map(Items::new);
    }

    /// Escalations that wait for their review.
    @GetMapping("/internal/reviews")
    Mono<Items> reviews() {
        return reviews.waiting().map(Items::new);
    }

    @GetMapping("/internal/agents")
    Mono<Items> agents() {
        return desks.agents().map(Items::new);
    }

    @GetMapping("/internal/agents/{id}")
    Mono<ResponseEntity<ObjectNode>> agent(@PathVariable String id) {
        return desks.agent(id)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }

    @GetMapping("/internal/desks")
    Mono<Items> desks() {
        return desks.desks().map(Items::new);
    }
}
