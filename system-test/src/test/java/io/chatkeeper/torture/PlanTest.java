package io.chatkeeper.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final int MANY = 300;
    private static final List<String> NAMES =
            List.of("broker", "store", "chat-service-1", "chat-service-2", "gateway-1");

    @Test
    void the_same_seed_makes_the_same_plan() {
        assertThat(faults(7)).isEqualTo(faults(7)).isNotEqualTo(faults(8));
    }

    @Test
    void every_kind_of_fault_comes_and_every_process_is_met() {
        List<Fault> faults = faults(7);
        assertThat(faults.stream().map(Object::getClass).distinct()).hasSize(6);
        for (String name : NAMES) {
            assertThat(faults).contains(new Fault.Kill(name));
        }
        for (Poison poison : Poison.values()) {
            assertThat(faults).contains(new Fault.Poisoned(poison));
        }
    }

    private static List<Fault> faults(long seed) {
        Plan plan = new Plan(seed, NAMES);
        return Stream.generate(plan::next).limit(MANY).toList();
    }
}
