package io.chatkeeper.pipeline.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    @Test
    void private_fields_and_the_cases_of_a_sealed_type_survive() {
        Lamp lamp = new Lamp();
        lamp.id = "lamp-1";
        lamp.state = new State.Lit(NOON, new Bulb(40, null), List.of(new Notify("lead")));

        Lamp read = StateJson.read(StateJson.write(lamp), Lamp.class);

        assertThat(read.id).isEqualTo("lamp-1");
        assertThat(read.state).isEqualTo(lamp.state);
    }

    @Test
    void a_case_without_fields_survives() {
        Lamp read = StateJson.read(StateJson.write(new Lamp()), Lamp.class);

        assertThat(read.id).isNull();
        assertThat(read.state).isEqualTo(new State.Dark());
    }

    @Test
    void maps_keep_their_order_and_their_values_cases() {
        Map<String, State> lamps = new LinkedHashMap<>();
        lamps.put("z", new State.Dark());
        lamps.put("a", new State.Lit(NOON, new Bulb(60, "warm"), List.of()));
        Row row = new Row(lamps, Set.of("x"), Role.LEAD, List.of());

        Row read = StateJson.read(StateJson.write(row), Row.class);

        assertThat(read).isEqualTo(row);
        assertThat(read.lamps).containsExactlyEntriesOf(lamps);
    }

    @Test
    void the_actions_of_a_clock_are_told_apart() {
        Row row =
                new Row(
                        Map.of(),
                        Set.of(),
                        Role.CSR,
                        List.of(
                                new ClockAction.Notify("receiver"),
                                new ClockAction.Escalate(
                                        Role.LEAD, Duration.ofMinutes(30), "desk")));

        assertThat(StateJson.read(StateJson.write(row), Row.class)).isEqualTo(row);
    }

    @Test
    void another_field_is_another_shape_and_so_is_another_revision() {
        assertThat(StateShape.of(Lamp.class, 1))
                .isEqualTo(StateShape.of(Lamp.class, 1))
                .isNotEqualTo(StateShape.of(Lamp.class, 2))
                .isNotEqualTo(StateShape.of(Row.class, 1));
    }

    sealed interface State {
        record Dark() implements State {}

        record Lit(Instant since, Bulb bulb, List<Notify> told) implements State {}
    }

    record Bulb(int watts, @Nullable String tone) {}

    record Notify(String whom) {}

    record Row(Map<String, State> lamps, Set<String> names, Role role, List<ClockAction> actions) {}

    static final class Lamp {
        private @Nullable String id;
        private State state = new State.Dark();
    }
}
