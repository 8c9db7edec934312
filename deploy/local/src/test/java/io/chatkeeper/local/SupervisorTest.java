package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    @Test
    void the_pause_before_a_new_start_doubles_up_to_five_seconds() {
        List<Long> pauses =
                Stream.iterate(Supervisor.FIRST_PAUSE, Supervisor::longer)
                        .limit(7)
                        .map(Duration::toMillis)
                        .toList();
        assertThat(pauses).containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }
}
