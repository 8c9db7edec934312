package io.chatkeeper.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/// How long after they were due clocks have rung, in milliseconds.
///
/// @param missing clocks that have not rung within the patience
record Lateness(long rung, double p50, double p99, double max, long missing) {
    /// How long after the last one was due one is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int DIGITS = 3;
    private static final double MICROS = 1_000;

    /// Waits until all these clocks have rung.
    ///
    /// @param rang when each did
    static Lateness await(Map<String, Instant> dues, Supplier<Map<String, Instant>> rang)
            throws InterruptedException {
        Instant end = dues.values().stream().max(Instant::compareTo).orElseThrow().plus(PATIENCE);
        while (!rang.get().keySet().containsAll(dues.keySet()) && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK);
        }
        return of(dues, rang.get());
    }

    /// What has rung so far.
    static Lateness of(Map<String, Instant> dues, Map<String, Instant> rang) {
        Histogram micros = new Histogram(DIGITS);
        long missing = 0;
        for (Map.Entry<String, Instant> due : dues.entrySet()) {
            Instant at = rang.get(due.getKey());
            if (at == null) {
                missing++;
            } else {
                micros.recordValue(Math.max(0, ChronoUnit.MICROS.between(due.getValue(), at)));
            }
        }
        return new Lateness(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(99) / MICROS,
                micros.getMaxValue() / MICROS,
                missing);
    }

    @Override
    public String toString() {
        return "p50 %.1f ms  p99 %.1f ms  max %.1f ms  missing %d"
                .formatted(p50, p99, max, missing);
    }
}
