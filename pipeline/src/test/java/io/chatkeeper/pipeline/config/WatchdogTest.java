package io.chatkeeper.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final AtomicInteger stops = new AtomicInteger();
    private final Watchdog watchdog = new Watchdog(stops::incrementAndGet);
    private final AtomicLong count = new AtomicLong();

    @Test
    void what_has_work_and_does_not_move_is_first_not_ready_and_then_stopped() {
        watchdog.watch("lanes", () -> true, count::get);
        look(Watchdog.LOOKS_UNTIL_NOT_READY - 1);
        assertThat(watchdog.isMoving()).isTrue();
        look(1);
        assertThat(watchdog.isMoving()).isFalse();
        assertThat(stops).hasValue(0);
        look(Watchdog.LOOKS_UNTIL_STOP - Watchdog.LOOKS_UNTIL_NOT_READY);
        assertThat(stops).hasValue(1);
    }

    @Test
    void what_has_nothing_to_do_may_stand_still() {
        watchdog.watch("lanes", () -> false, count::get);
        look(2 * Watchdog.LOOKS_UNTIL_STOP);
        assertThat(watchdog.isMoving()).isTrue();
        assertThat(stops).hasValue(0);
    }

    @Test
    void what_moves_again_is_ready_again() {
        watchdog.watch("lanes", () -> true, count::get);
        look(Watchdog.LOOKS_UNTIL_NOT_READY);
        count.incrementAndGet();
        look(1);
        assertThat(watchdog.isMoving()).isTrue();
    }

    @Test
    void one_that_stands_still_is_enough_and_none_is_watched_after_its_end() throws Exception {
        watchdog.watch("moves", () -> true, count::incrementAndGet);
        AutoCloseable still = watchdog.watch("stands", () -> true, () -> 1);
        look(Watchdog.LOOKS_UNTIL_NOT_READY);
        assertThat(watchdog.isMoving()).isFalse();
        still.close();
        look(1);
        assertThat(watchdog.isMoving()).isTrue();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watchdog.look();
        }
    }
}
