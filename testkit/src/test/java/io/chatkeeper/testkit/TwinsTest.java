package io.chatkeeper.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is tried with the embedded parts is tried in containers too, where there is an engine, and
/// nothing is tried only there.
class TwinsTest {
    private static final String TEST = "IT.java";
    private static final String TWIN = "ContainerIT.java";

    private final List<Repository.Text> tests =
            new Repository(RealParts.repositoryRoot()).texts(TEST).toList();

    @Test
    void every_test_with_real_parts_has_a_twin_in_containers() {
        List<String> twins =
                having("@ExtendWith(RealParts.class)").stream()
                        .map(test -> test.name().replace(TEST, TWIN))
                        .toList();
        assertThat(twins).isNotEmpty();
        assertThat(having("@InContainers"))
                .extracting(Repository.Text::name)
                .containsExactlyInAnyOrderElementsOf(twins);
    }

    @Test
    void a_twin_adds_nothing() {
        assertThat(having("@InContainers"))
                .allSatisfy(twin -> {
                    String name = twin.name().substring(twin.name().lastIndexOf('/') + 1);
                    String twinOf = name.replace(TWIN, "IT");
                    assertThat(twin.lines().stream().collect(Collectors.joining("\n")))
                            .contains("extends " + twinOf + " {")
                            .doesNotContain("@Test");
                });
    }

    private List<Repository.Text> having(String annotation) {
        return tests.stream().filter(test -> test.lines().contains(annotation)).toList();
    }
}
