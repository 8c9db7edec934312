package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSettingsTest {

    private static final Map<String, String> ROOT = Map.of("CHATKEEPER_ROOT", "/house");

    @Test
    void without_a_word_everything_is_in_the_repository() {
        HouseSettings settings = RunSettings.from(List.of(), ROOT);

        assertThat(settings.root()).isEqualTo(Path.of("/house"));
        assertThat(settings.data()).isEqualTo(Path.of("/house/data"));
        assertThat(settings.sops()).isEqualTo(Path.of("/house/deploy/sops"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.environment()).isEmpty();
    }

    @Test
    void settings_for_services_are_handed_on_and_those_of_the_house_are_not() {
        var environment =
                Map.of(
                        "CHATKEEPER_DATA", "/elsewhere",
                        "CHATKEEPER_PORT", "9000",
                        "CHATKEEPER_LIMITS", "off",
                        "CHATKEEPER_KAFKA", "",
                        "PATH", "/bin");
        HouseSettings settings = RunSettings.from(List.of(), environment);

        assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.environment()).isEqualTo(Map.of("CHATKEEPER_LIMITS", "off"));
    }

    @Test
    void replicas_are_named_per_service() {
        var arguments = List.of("--replicas", "chat-service=2", "--replicas", "gateway=3");
        var together = List.of("--replicas", "chat-service=2,gateway=3");
        assertThat(RunSettings.from(together, ROOT).replicas())
                .isEqualTo(RunSettings.from(arguments, ROOT).replicas());
        assertThat(RunSettings.from(arguments, ROOT).replicas())
                .isEqualTo(Map.of("chat-service", 2, "gateway", 3));
    }

    @Test
    void what_is_not_understood_is_answered_with_the_usage() {
        for (var arguments :
                List.of(
                        List.of("--replica", "chat-service=2"),
                        List.of("--replicas"),
                        List.of("--replicas", "chat-service"),
                        List.of("--replicas", "chat-service=2,"),
                        List.of("--replicas", "chat-service=many"))) {
            assertThatThrownBy(() -> RunSettings.from(arguments, ROOT))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("CHATKEEPER_PORT");
        }
    }
}
