package io.chatkeeper.chat.web;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The event log of a chat, straight from the journal. For the gateway alone, which checks who
/// asks.
@RestController
class EventLogEndpoint {
    private static final int MOST = 1_000;

    private final Journal journal;
    private final JsonMapper json;
    private final Scheduler blocking;

    /// @param sopVersion `id@version`
    record Row(
            String eventId,
            long sequence,
            String type,
            Instant time,
            Actor actor,
            @Nullable String sopVersion,
            String correlationId,
            JsonNode data) {}

    record Page(List<Row> items) {}

    EventLogEndpoint(Journal journal, JsonMapper json, Scheduler blocking) {
        this.journal = journal;
        this.json = json;
        this.blocking = blocking;
    }

    @GetMapping("/internal/streams/{stream}/events")
    Mono<Page> events(
            @PathVariable String stream,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        return Mono.fromCallable(() -> journal.read(stream, after, Math.clamp(limit, 1, MOST)))
                .subscribeOn(blocking)
                .map(entries -> new Page(entries.stream().map(this::row).toList()));
    }

    private Row row(Entry entry) {
        return new Row(
                entry.eventId(),
                entry.sequence(),
                entry.type(),
                entry.time(),
                entry.actor(),
                entry.sopVersion(),
                entry.correlationId(),
                json.readTree(entry.payload()));
    }
}
