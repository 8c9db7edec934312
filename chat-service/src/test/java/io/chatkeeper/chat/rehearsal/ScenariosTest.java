package io.chatkeeper.chat.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.testkit.RealParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
    private static final Path ROOT = RealParts.repositoryRoot();
    private static final Path LOAN = ROOT.resolve("deploy/sops/tidio-loan.yaml");

    @TempDir Path folder;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    static Stream<Path> files() throws IOException {
        return Files.list(ROOT.resolve("sop/src/test/scenarios")).sorted();
    }

    private int play(Path sop, Path scenarios) {
        return SopTest.run(sop, scenarios, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private int play(String scenarios) throws IOException {
        Path file = Files.writeString(folder.resolve("scenarios.yaml"), scenarios);
        return play(LOAN, file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_shipped_procedures_keep_what_their_scenarios_say(Path scenarios) {
        Path sop = ROOT.resolve("deploy/sops").resolve(scenarios.getFileName());
        assertThat(play(sop, scenarios)).as(told.toString()).isEqualTo(SopTest.KEPT);
    }

    @Test
    void a_scenario_that_ends_otherwise_is_told_with_what_happened() throws IOException {
        int code =
                play(
                        """
                        - scenario: Nobody may open a chat
                          requirement: R7
                          when: {visitor: open}
                          then: {refused: not-today}
                        """);
        assertThat(code).isEqualTo(SopTest.BROKEN);
        assertThat(told.toString()).contains("BROKEN  R7").contains("it happened: [opened]");
    }

    @Test
    void what_is_given_must_be_possible() throws IOException {
        int code =
                play(
                        """
                        - scenario: A chat that nobody opened
                          requirement: R7
                          given: [{casey: close}]
                          when: {visitor: open}
                          then: {happens: opened}
                        """);
        assertThat(code).isEqualTo(SopTest.BROKEN);
        assertThat(told.toString()).contains("what is given is refused: unknown-chat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario: not a list",
                "- {scenario: a, requirement: R1, then: {happens: opened}}",
                "- {scenario: a, requirement: R1, when: {visitor: open}, then: {}}",
                "- {scenario: a, requirement: R1, when: {visitor: open}, then: {sings: loudly}}",
                "- {scenario: a, when: {visitor: open}, then: {happens: opened}}",
                "- {scenario: a, requirement: R1, given: b, when: {visitor: open}, then: {happens: opened}}",
                "- [",
            })
    void a_file_that_says_nothing_that_can_be_played_is_told(String yaml) {
        assertThatThrownBy(() -> Scenarios.read(yaml))
                .isInstanceOf(Scenarios.Unreadable.class)
                .hasMessageMatching("(?s).+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{visitor: dance}", "{nobody: open}", "{visitor: open, colour: red}"})
    void a_step_that_nobody_can_take_is_told(String step) throws IOException {
        int code =
                play(
                        "- {scenario: a, requirement: R1, when: %s, then: {happens: opened}}"
                                .formatted(step));
        assertThat(code).isEqualTo(SopTest.BROKEN);
        assertThat(told.toString()).contains("BROKEN");
    }
}
