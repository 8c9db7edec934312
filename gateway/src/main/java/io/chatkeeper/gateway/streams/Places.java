package io.chatkeeper.gateway.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where every waiting chat stands. The lines are read once in a while for all visitors of this
/// process who wait, and not at all while nobody does: ten thousand visitors cost what one costs.
final class Places {
    /// How often the lines are looked at.
    static final Duration EVERY = Duration.ofSeconds(1);

    /// @param place in line, from 1
    /// @param waitMinutes how long it takes to get to the front, as far as that has been measured
    /// @param opensAt when the desk opens, as the API writes times; null while it is open
    record Place(int place, @Nullable Integer waitMinutes, @Nullable String opensAt) {
        /// A place at a desk that is open.
        Place(int place, @Nullable Integer waitMinutes) {
            this(place, waitMinutes, null);
        }

        void into(ObjectNode content) {
            content.put("place", place);
            if (waitMinutes != null) {
                content.put("waitMinutes", waitMinutes.intValue());
            }
            if (opensAt != null) {
                content.put("opensAt", opensAt);
            }
        }
    }

    private final Supplier<Mono<List<ObjectNode>>> desks;
    private final InstantSource clock;
    private final Flux<Map<String, Place>> lines;

    /// @param desks reads all desks with their lines
    Places(Supplier<Mono<List<ObjectNode>>> desks, InstantSource clock) {
        this.desks = desks;
        this.clock = clock;
        this.lines =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(_ -> read().onErrorResume(_ -> Mono.empty()), 1)
                        .share();
    }

    /// The place of a chat now; empty if it stands in no line.
    Mono<Place> now(String chatId) {
        return read().mapNotNull(places -> places.get(chatId)).onErrorResume(_ -> Mono.empty());
    }

    /// The place of a chat whenever it changes; nothing while it stands in no line.
    Flux<Place> of(String chatId) {
        return lines.mapNotNull(places -> places.get(chatId)).distinctUntilChanged();
    }

    private Mono<Map<String, Place>> read() {
        return desks.get().map(this::places);
    }

    private Map<String, Place> places(List<ObjectNode> all) {
        Map<String, Place> places = new HashMap<>();
        for (ObjectNode desk : all) {
            String opensAt = desk.path("opensAt").asString(null);
            Duration perPlace =
                    opensAt == null ? ExpectedWait.perPlace(desk, clock.instant()) : null;
            int place = 1;
            for (JsonNode waiting : desk.withArray("line")) {
                Integer wait = perPlace == null ? null : ExpectedWait.minutes(perPlace, place);
                places.put(waiting.path("chatId").asString(""), new Place(place, wait, opensAt));
                place++;
            }
        }
        return places;
    }
}
