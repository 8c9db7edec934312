package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Occurrence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `docs/writing-an-sop.md` shows, is so.
class WritingAnSopTest {
    private static final String PAGE = page();
    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|yaml wrong|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("(?m)^[a-zA-Z]+:.*\\n(?:[ #-].*\\n)*");
    private static final String SMALLEST = blocks("yaml").findFirst().orElseThrow();

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/writing-an-sop.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> blocks(String kind) {
        return BLOCK.matcher(PAGE)
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(2));
    }

    private static Map<String, String> sections(String yaml) {
        return SECTION.matcher(yaml)
                .results()
                .map(MatchResult::group)
                .collect(
                        Collectors.toMap(
                                section -> section.substring(0, section.indexOf(':')),
                                section -> section,
                                (_, later) -> later,
                                LinkedHashMap::new));
    }

    /// The smallest file with the sections of the example put in, or in the place of its own.
    private static String whole(String example) {
        Map<String, String> file = sections(SMALLEST);
        file.putAll(sections(example));
        return String.join("", file.values());
    }

    static Stream<String> examples() {
        return blocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_read(String example) {
        assertThat(SopReader.read(whole(example)).ref().id()).isEqualTo("bakery");
    }

    @Test
    void every_wrong_example_gets_the_message_that_is_shown() {
        List<String> wrong = blocks("yaml wrong").toList();
        List<String> shown = blocks("text").toList();
        assertThat(wrong).hasSameSizeAs(shown).isNotEmpty();
        for (int i = 0; i < wrong.size(); i++) {
            String file = whole(wrong.get(i));
            SopFaults faults = catchThrowableOfType(SopFaults.class, () -> SopReader.read(file));
            String told =
                    faults.faults().stream()
                            .map(SopFault::toString)
                            .collect(Collectors.joining("\n"));
            assertThat(shown.get(i).lines()).allSatisfy(line -> assertThat(told).contains(line));
        }
    }

    @Test
    void every_section_and_every_happening_is_taught() {
        String examples = blocks("yaml").collect(Collectors.joining());
        assertThat(SopShape.FILE.keys().keySet())
                .filteredOn(key -> !key.equals("templates") && !key.equals("assist"))
                .allSatisfy(key -> assertThat(examples).contains("\n" + key + ":"));
        assertThat(Occurrence.values())
                .extracting(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .allSatisfy(word -> assertThat(PAGE).contains("`" + word + "`"));
    }
}
