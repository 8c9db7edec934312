package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.gateway.streams.Places.Place;
import io.chatkeeper.pipeline.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.node.ObjectNode;

class PlacesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private VirtualTimeScheduler time;
    private final AtomicInteger reads = new AtomicInteger();
    private List<String> line = List.of("a", "b", "c");
    private boolean away;
    private @Nullable String opensAt;
    private Places places;

    @BeforeEach
    void begin() {
        time = VirtualTimeScheduler.getOrSet();
        places = new Places(this::desks, () -> NOON);
    }

    @AfterEach
    void end() {
        VirtualTimeScheduler.reset();
    }

    private Mono<List<ObjectNode>> desks() {
        reads.incrementAndGet();
        if (away) {
            return Mono.error(new IllegalStateException("away"));
        }
        ObjectNode desk = Json.mapper().createObjectNode().put("available", 1);
        if (opensAt != null) {
            desk.put("opensAt", opensAt);
        }
        line.forEach(chat -> desk.withArray("line").addObject().put("chatId", chat));
        for (int i = 0; i < ExpectedWait.LEAST; i++) {
            desk.withArray("waits")
                    .addObject()
                    .put("place", 1)
                    .put("seconds", 90)
                    .put("at", NOON.toString());
        }
        return Mono.just(List.of(desk));
    }

    private void aLook() {
        time.advanceTimeBy(Places.EVERY);
    }

    @Test
    void of_a_closed_desk_it_is_told_when_it_opens_and_no_wait() {
        opensAt = "2026-11-23T09:00:00Z";
        assertThat(places.now("b").block()).isEqualTo(new Place(2, null, opensAt));
        ObjectNode told = Json.mapper().createObjectNode();
        new Place(2, null, opensAt).into(told);
        assertThat(told.path("opensAt").asString()).isEqualTo(opensAt);
    }

    @Test
    void a_place_is_told_when_it_changes_and_only_then() {
        List<Place> told = new ArrayList<>();
        var watching = places.of("c").subscribe(told::add);
        aLook();
        aLook();
        line = List.of("b", "c");
        aLook();
        line = List.of("b");
        aLook();
        watching.dispose();

        assertThat(told).containsExactly(new Place(3, 5), new Place(2, 3));
    }

    @Test
    void however_many_wait_the_lines_are_read_once() {
        var first = places.of("a").subscribe();
        var second = places.of("b").subscribe();
        aLook();
        assertThat(reads).hasValue(1);
        first.dispose();
        second.dispose();
        aLook();
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_view_that_is_away_for_a_while_ends_nothing() {
        List<Place> told = new ArrayList<>();
        var watching = places.of("a").subscribe(told::add);
        away = true;
        aLook();
        away = false;
        aLook();
        watching.dispose();
        assertThat(told).containsExactly(new Place(1, 2));
    }

    @Test
    void who_stands_in_no_line_has_no_place() {
        assertThat(places.now("b").block()).isEqualTo(new Place(2, 3));
        assertThat(places.now("x").blockOptional()).isEmpty();
        away = true;
        assertThat(places.now("b").blockOptional()).isEmpty();
    }
}
