package io.chatkeeper.chat.web;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.NextActs;
import io.chatkeeper.chat.chat.NextActs.NextAct;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.sop.Sops;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// What an agent may do with a chat now, from the chat's own entries. For the gateway alone, which
/// checks who asks.
@RestController
class NextEndpoint {
    private final Journal journal;
    private final StoredEvents<ChatEvent> stored;
    private final Sops sops;
    private final Clock clock;
    private final JsonMapper json;
    private final Scheduler blocking;

    record Answer(List<NextAct> acts) {}

    NextEndpoint(
            Journal journal,
            StoredEvents<ChatEvent> stored,
            Sops sops,
            Clock clock,
            JsonMapper json,
            Scheduler blocking) {
        this.journal = journal;
        this.stored = stored;
        this.sops = sops;
        this.clock = clock;
        this.json = json;
        this.blocking = blocking;
    }

    @GetMapping("/internal/chats/{chat}/next")
    Mono<Answer> next(
            @PathVariable String chat, @RequestParam String agent, @RequestParam Role role) {
        return Mono.fromCallable(() -> history(StreamId.chat(chat)))
                .subscribeOn(blocking)
                .map(history -> NextActs.of(history, by(agent, role), sops))
                .map(Answer::new);
    }

    private Decision by(String agent, Role role) {
        return new Decision(clock.instant(), Actor.agent(agent, role), "next");
    }

    private List<ChatEvent> history(String stream) {
        return journal.readAll(stream).stream()
                .map(entry -> stored.read(json, entry.type(), entry.payload()))
                .toList();
    }
}
