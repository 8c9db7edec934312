package io.chatkeeper.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.WireNames;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// The table of wire names against the classes it names, and every one of them as JSON.
class WireNamesTest {
    private static final JsonMapper JSON = Json.mapper();

    @ParameterizedTest
    @MethodSource("records")
    void every_command_and_public_event_has_its_wire_name(Class<?> type) {
        String name = WireNames.of(type);

        assertThat(name).matches("io\\.chatkeeper\\.[a-z]+\\.[a-z-]+\\.v1");
        Class<?> found =
                Command.class.isAssignableFrom(type)
                        ? WireNames.commandClass(name).orElseThrow()
                        : WireNames.eventClass(name).orElseThrow();
        assertThat(found).isEqualTo(type);
    }

    @Test
    void the_table_names_nothing_else() {
        assertThat(records()).hasSize(WireNames.values().length);
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_command_and_public_event_survives_its_json(Class<?> type) {
        for (Object sample : List.of(Samples.full(type), Samples.sparse(type))) {
            assertThat((Object) JSON.readValue(JSON.writeValueAsBytes(sample), type))
                    .isEqualTo(sample);
        }
    }

    @Test
    void what_is_absent_is_left_out_and_what_is_unknown_is_ignored() {
        record Two(String one, @org.jspecify.annotations.Nullable String other) {}

        assertThat(JSON.writeValueAsString(new Two("a", null))).isEqualTo("{\"one\":\"a\"}");
        assertThat(JSON.readValue("{\"one\":\"a\",\"third\":3}", Two.class))
                .isEqualTo(new Two("a", null));
    }

    @Test
    void enums_are_kebab_case_and_what_people_wrote_is_an_object() {
        assertThat(JSON.writeValueAsString(AgentStatus.WRAP_UP)).isEqualTo("\"wrap-up\"");
        assertThat(JSON.writeValueAsString(PersonalText.of("Hi"))).isEqualTo("{\"plain\":\"Hi\"}");
    }

    static Stream<Class<?>> records() {
        return Stream.of(Command.class, PublicEvent.class)
                .flatMap(WireNamesTest::leaves)
                .distinct();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireNamesTest::leaves)
                : Stream.of(type);
    }
}
