package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.queries.ReadModels;
import io.chatkeeper.gateway.queries.VisitorPart;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The live stream of one chat for its visitor. The cursor is the chat's own sequence. Hand-over
/// without a gap: the feed is joined first and buffers; history is read from the journal up to its
/// end; what the feed repeats is dropped by sequence.
final class VisitorStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int PAGE = 500;
    private static final String PREFIX = "c";

    private final EventFeed feed;
    private final ReadModels models;
    private final Frames frames;

    VisitorStream(EventFeed feed, ReadModels models, Frames frames) {
        this.feed = feed;
        this.models = models;
        this.frames = frames;
    }

    Flux<ServerSentEvent<Object>> of(Caller.Visitor visitor, @Nullable String lastEventId) {
        String chatId = visitor.chatId();
        long cursor = cursor(lastEventId);
        Flux<ServerSentEvent<Object>> anew =
                models.chat(chatId, 1).flatMapMany(chat -> beginning(chat, lastEventId != null));
        Flux<ServerSentEvent<Object>> events =
                isKnown(chatId, cursor).flatMapMany(known -> known ? from(chatId, cursor) : anew);
        Flux<ServerSentEvent<Object>> heartbeats =
                Flux.interval(HEARTBEAT).concatMap(_ -> heartbeat(chatId));
        return Flux.merge(events, heartbeats);
    }

    private Flux<ServerSentEvent<Object>> beginning(ObjectNode chat, boolean unknownCursor) {
        long sequence = chat.path("sequence").asLong();
        ObjectNode content = frames.empty();
        content.set("chat", VisitorPart.of(chat));
        Flux<ServerSentEvent<Object>> reset =
                unknownCursor ? Flux.just(frames.reset()) : Flux.empty();
        return Flux.concat(
                reset,
                place(chat).map(place -> snapshot(sequence, content, place)),
                from(chat.path("chatId").asString(), sequence));
    }

    private ServerSentEvent<Object> snapshot(long sequence, ObjectNode content, int place) {
        if (place > 0) {
            content.put("place", place);
        }
        return frames.snapshot(PREFIX + sequence, content);
    }

    private Flux<ServerSentEvent<Object>> from(String chatId, long sequence) {
        AtomicLong seen = new AtomicLong(sequence);
        Flux<ObjectNode> live = feed.chat(chatId).map(frames::data);
        Flux<ObjectNode> history = Flux.defer(() -> page(chatId, sequence)).concatMap(Flux::just);
        return Flux.concat(history, live)
                .filter(event -> isNext(seen, event.path("sequence").asLong()))
                .concatMap(event ->
                        Mono.justOrEmpty(VisitorEvents.shown(event))
                                .map(shown ->
                                        frames.frame(
                                                PREFIX + shown.path("sequence").asLong(),
                                                shown.path("type").asString(),
                                                shown)));
    }

    /// Whether the chat has an event of that sequence: behind any other, nothing would ever come.
    private Mono<Boolean> isKnown(String chatId, long cursor) {
        return cursor <= 0
                ? Mono.just(cursor == 0)
                : models.events(chatId, cursor - 1, 1).map(rows -> !rows.isEmpty());
    }

    /// The journal behind a sequence, page after page, in the form of live events.
    private Flux<ObjectNode> page(String chatId, long after) {
        return models.events(chatId, after, PAGE)
                .flatMapMany(rows -> {
                    Flux<ObjectNode> events =
                            Flux.fromIterable(rows).map(row -> asEvent(chatId, row));
                    return rows.size() < PAGE
                            ? events
                            : events.concatWith(
                                    page(chatId, rows.getLast().path("sequence").asLong()));
                });
    }

    private ObjectNode asEvent(String chatId, ObjectNode row) {
        ObjectNode event = frames.empty();
        event.set("id", row.path("eventId"));
        for (String field : new String[] {"type", "sequence", "time", "actor", "data"}) {
            event.set(field, row.path(field));
        }
        return event.put("streamId", chatId).put("chatId", chatId);
    }

    private static boolean isNext(AtomicLong seen, long sequence) {
        return seen.getAndUpdate(last -> Math.max(last, sequence)) < sequence;
    }

    private Mono<ServerSentEvent<Object>> heartbeat(String chatId) {
        return models.chat(chatId, 0)
                .flatMap(this::place)
                .onErrorReturn(0)
                .map(place ->
                        frames.heartbeat(
                                place > 0 ? frames.empty().put("place", place) : frames.empty()));
    }

    /// The place in line, from 1; 0 for a chat that does not wait.
    private Mono<Integer> place(ObjectNode chat) {
        return chat.path("state").asString("").equals("waiting")
                ? models.desks()
                        .flatMapIterable(desks -> desks)
                        .map(desk -> indexOf(chat.path("chatId").asString(), desk))
                        .filter(place -> place > 0)
                        .next()
                        .defaultIfEmpty(0)
                : Mono.just(0);
    }

    private static int indexOf(String chatId, ObjectNode desk) {
        int place = 1;
        for (JsonNode row : desk.withArray("line")) {
            if (row.path("chatId").asString("").equals(chatId)) {
                return place;
            }
            place++;
        }
        return 0;
    }

    private static long cursor(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches(PREFIX + "\\d{1,18}")) {
            return -1;
        }
        return Long.parseLong(lastEventId.substring(PREFIX.length()));
    }
}
