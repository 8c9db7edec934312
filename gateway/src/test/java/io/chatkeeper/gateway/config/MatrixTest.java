package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.testkit.PlantedBug;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {
    private static final Path ROOT = RealParts.repositoryRoot();
    private static final String CHAT = "chat-service/src/main/java/io/chatkeeper/chat/chat/";
    private static Matrix matrix;

    @BeforeAll
    static void play() throws IOException {
        matrix = Matrix.played(ROOT);
        System.out.println(matrix.coverage());
    }

    @AfterAll
    static void end() {
        matrix.close();
    }

    @Test
    void a_rule_refuses_the_same_on_every_way() {
        assertThat(matrix.complaints()).isEmpty();
        assertThat(matrix.coverage()).endsWith(" 100 % covered");
    }

    @Test
    void every_rule_of_the_code_is_in_it() throws IOException {
        TreeSet<String> rules = MatrixGuards.written(ROOT);
        matrix.tales().forEach(tale -> rules.removeAll(tale.rules()));
        assertThat(rules).isEmpty();
    }

    @Test
    void every_command_is_in_it_or_meets_no_rule() {
        Set<Class<?>> told = new HashSet<>(MatrixReasons.RULELESS.keySet());
        matrix.tales().forEach(tale -> told.add(tale.when().command().getClass()));
        told.addAll(MatrixReasons.ELSEWHERE.keySet());
        assertThat(told).isEqualTo(kinds(ChatCommand.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> kinds(Class<?> command) {
        return command.isSealed()
                ? Stream.of(command.getPermittedSubclasses()).flatMap(MatrixTest::kinds)
                : Stream.of(command);
    }

    static List<PlantedBug> holes() {
        return List.of(
                new PlantedBug(
                        "the request of a macro goes past what is dismissive",
                        "gateway/src/main/java/io/chatkeeper/gateway/commands/TalkEndpoint.java",
                        "overrides = Overrides.of(message.overrides);",
                        "overrides = List.of(new RuleOverride(\"message-dismissive\","
                                + " PersonalText.of(\"macro\")));"),
                new PlantedBug(
                        "the chat trusts what listens to notes",
                        CHAT + "Notes.java",
                        "if (!violations.isEmpty()) {",
                        "if (violations.size() > 99) {"),
                new PlantedBug(
                        "a wake-up ends the chat unasked",
                        CHAT + "Conversation.java",
                        "if (!due || chat.state()",
                        "if (chat.state()"));
    }

    @ParameterizedTest
    @MethodSource("holes")
    void a_planted_hole_is_found(PlantedBug hole) throws Exception {
        ClassLoader loader = hole.loader(ROOT);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object found =
                    loader.loadClass(Matrix.class.getName())
                            .getMethod("complaints", String.class)
                            .invoke(null, ROOT.toString());
            System.out.println(
                    hole.name() + ": " + found.toString().lines().findFirst().orElse(""));
            assertThat(found.toString()).isNotEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
