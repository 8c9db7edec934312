package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.queries.ReadModels;
import io.chatkeeper.gateway.queries.VisitorPart;
import io.chatkeeper.gateway.streams.Places.Place;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
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
    private final Places places;

    VisitorStream(EventFeed feed, ReadModels models, Frames frames, Places places) {
        this.feed = feed;
        this.models = models;
        this.frames = frames;
        this.places = places;
    }

    Flux<ServerSentEvent<Object>> of(Caller.Visitor visitor, @Nullable String lastEventId) {
        String chatId = visitor.chatId();
        long cursor = cursor(lastEventId);
        AtomicReference<@Nullable Place> place = new AtomicReference<>();
        Flux<ServerSentEvent<Object>> anew =
                models.chat(chatId, 1)
                        .flatMapMany(chat -> beginning(chat, lastEventId != null, place));
        Flux<ServerSentEvent<Object>> resumed =
                models.chat(chatId, 0)
                        .map(VisitorStream::waits)
                        .onErrorReturn(false)
                        .flatMapMany(waits -> from(chatId, cursor, waits, place));
        Flux<ServerSentEvent<Object>> events =
                isKnown(chatId, cursor).flatMapMany(known -> known ? resumed : anew);
        Flux<ServerSentEvent<Object>> heartbeats =
                Flux.interval(HEARTBEAT).map(_ -> frames.heartbeat(placed(place.get())));
        return Flux.merge(events, heartbeats);
    }

    private Flux<ServerSentEvent<Object>> beginning(
            ObjectNode chat, boolean unknownCursor, AtomicReference<@Nullable Place> place) {
        long sequence = chat.path("sequence").asLong();
        String chatId = chat.path("chatId").asString();
        Flux<ServerSentEvent<Object>> reset =
                unknownCursor ? Flux.just(frames.reset()) : Flux.empty();
        Mono<Place> now = waits(chat) ? places.now(chatId).doOnNext(place::set) : Mono.empty();
        return Flux.concat(
                reset,
                now.map(found -> snapshot(sequence, chat, found))
                        .switchIfEmpty(Mono.fromSupplier(() -> snapshot(sequence, chat, null))),
                from(chatId, sequence, waits(chat), place));
    }

    private ServerSentEvent<Object> snapshot(
            long sequence, ObjectNode chat, @Nullable Place place) {
        ObjectNode content = placed(place);
        content.set("chat", VisitorPart.of(chat));
        return frames.snapshot(PREFIX + sequence, content);
    }

    private ObjectNode placed(@Nullable Place place) {
        ObjectNode content = frames.empty();
        if (place != null) {
            place.into(content);
        }
        return content;
    }

    private Flux<ServerSentEvent<Object>> from(
            String chatId, long sequence, boolean waits, AtomicReference<@Nullable Place> place) {
        AtomicLong seen = new AtomicLong(sequence);
        Flux<ObjectNode> live = feed.chat(chatId).map(frames::data);
        Flux<ObjectNode> history = Flux.defer(() -> page(chatId, sequence)).concatMap(Flux::just);
        Flux<ObjectNode> events =
                Flux.concat(history, live)
                        .filter(event -> isNext(seen, event.path("sequence").asLong()));
        return events.publish(shared ->
                Flux.merge(
                        shared.concatMap(this::shown),
                        shared.concatMap(event -> Mono.justOrEmpty(WaitingEvents.after(event)))
                                .startWith(waits)
                                .distinctUntilChanged()
                                .switchMap(now -> places(chatId, now, place))));
    }

    private Mono<ServerSentEvent<Object>> shown(ObjectNode event) {
        return Mono.justOrEmpty(VisitorEvents.shown(event))
                .map(shown ->
                        frames.frame(
                                PREFIX + shown.path("sequence").asLong(),
                                shown.path("type").asString(),
                                shown));
    }

    /// While the chat waits, its place whenever it changes.
    private Flux<ServerSentEvent<Object>> places(
            String chatId, boolean waits, AtomicReference<@Nullable Place> known) {
        if (!waits) {
            known.set(null);
            return Flux.empty();
        }
        return places.of(chatId)
                .filter(place -> !place.equals(known.getAndSet(place)))
                .map(place -> frames.place(placed(place)));
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

    private static boolean waits(ObjectNode chat) {
        return chat.path("state").asString("").equals("waiting");
    }

    private static long cursor(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches(PREFIX + "\\d{1,18}")) {
            return -1;
        }
        return Long.parseLong(lastEventId.substring(PREFIX.length()));
    }
}
