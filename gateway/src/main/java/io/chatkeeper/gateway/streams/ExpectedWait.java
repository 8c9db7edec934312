package io.chatkeeper.gateway.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How long a visitor will wait, from how long others have waited lately at the same desk: the
/// median of their wait for one place. Nothing is said that was not measured, nor while nobody is
/// there to serve.
final class ExpectedWait {
    /// What is older says nothing about now.
    static final Duration LATELY = Duration.ofHours(1);

    /// From fewer than this many no number is made.
    static final int LEAST = 3;

    private static final int LONGEST_MINUTES = 240;

    private ExpectedWait() {}

    /// How long one place takes at this desk; null if that is not known.
    static @Nullable Duration perPlace(ObjectNode desk, Instant now) {
        if (serving(desk) == 0) {
            return null;
        }
        List<Double> measured = new ArrayList<>();
        for (JsonNode wait : desk.withArray("waits")) {
            Instant at = Instant.parse(wait.path("at").asString(Instant.EPOCH.toString()));
            if (at.isAfter(now.minus(LATELY))) {
                measured.add(wait.path("seconds").asDouble() / Math.max(1, place(wait)));
            }
        }
        if (measured.size() < LEAST) {
            return null;
        }
        measured.sort(null);
        return Duration.ofMillis(Math.round(measured.get(measured.size() / 2) * 1_000));
    }

    /// The wait at a place in whole minutes, never less than one.
    static @Nullable Integer minutes(Duration perPlace, int place) {
        long minutes = Math.max(1, Math.ceilDiv(perPlace.multipliedBy(place).toSeconds(), 60));
        return minutes > LONGEST_MINUTES ? null : (int) minutes;
    }

    private static int place(JsonNode wait) {
        return wait.path("place").asInt(1);
    }

    private static int serving(ObjectNode desk) {
        return desk.path("available").asInt(0)
                + desk.path("busy").asInt(0)
                + desk.path("wrapUp").asInt(0);
    }
}
