package io.chatkeeper.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {
    @Test
    void user_and_system_ticks_count_whatever_the_program_is_called() {
        String stat = "42 (java) x (9) S 1 1 1 0 -1 4194560 100 0 0 0 150 50 7 8 20 0 30 0";

        assertThat(Cpu.fromStat(stat)).isEqualTo(2_000);
    }

    @Test
    void what_was_used_since_is_shared_by_the_pieces() {
        Cpu before = new Cpu(Map.of("broker", 100L, "store", 50L));
        Cpu after = new Cpu(Map.of("broker", 300L, "store", 50L));

        assertThat(after.since(before).per(100))
                .containsOnly(entry("broker", 2.0), entry("store", 0.0));
    }
}
