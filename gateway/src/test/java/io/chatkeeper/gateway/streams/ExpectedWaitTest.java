package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ExpectedWaitTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static ObjectNode desk(int available) {
        return Json.mapper().createObjectNode().put("available", available);
    }

    private static ObjectNode waited(ObjectNode desk, int place, int seconds, Duration ago) {
        desk.withArray("waits")
                .addObject()
                .put("place", place)
                .put("seconds", seconds)
                .put("at", NOON.minus(ago).toString());
        return desk;
    }

    @Test
    void it_is_the_median_of_what_one_place_has_taken_lately() {
        ObjectNode desk = desk(1);
        waited(desk, 1, 60, Duration.ofMinutes(3));
        waited(desk, 2, 240, Duration.ofMinutes(2));
        waited(desk, 1, 3_000, Duration.ofMinutes(1));
        assertThat(ExpectedWait.perPlace(desk, NOON)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void from_few_or_old_waits_no_number_is_made() {
        ObjectNode desk = desk(1);
        waited(desk, 1, 60, Duration.ofMinutes(3));
        waited(desk, 1, 60, Duration.ofMinutes(2));
        waited(desk, 1, 60, Duration.ofHours(2));
        assertThat(ExpectedWait.perPlace(desk, NOON)).isNull();
        assertThat(ExpectedWait.perPlace(desk(3), NOON)).isNull();
    }

    @Test
    void while_nobody_is_there_nothing_is_promised() {
        ObjectNode desk = desk(0);
        for (int i = 0; i < ExpectedWait.LEAST; i++) {
            waited(desk, 1, 60, Duration.ofMinutes(1));
        }
        assertThat(ExpectedWait.perPlace(desk, NOON)).isNull();
        assertThat(ExpectedWait.perPlace(desk.put("busy", 1), NOON)).isNotNull();
    }

    @Test
    void it_is_told_in_whole_minutes_and_not_for_half_a_day() {
        assertThat(ExpectedWait.minutes(Duration.ofSeconds(5), 1)).isEqualTo(1);
        assertThat(ExpectedWait.minutes(Duration.ofSeconds(61), 1)).isEqualTo(2);
        assertThat(ExpectedWait.minutes(Duration.ofMinutes(2), 3)).isEqualTo(6);
        assertThat(ExpectedWait.minutes(Duration.ofHours(2), 3)).isNull();
    }
}
