package io.chatkeeper.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EvenClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ManualClock machine = new ManualClock(NOON);
    private final EvenClock clock = new EvenClock(machine, nanos::get);

    @Test
    void it_does_not_jump_with_the_machine() {
        machine.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.advance(Duration.ofHours(-2));
        nanos.addAndGet(1_000_000_000);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }
}
