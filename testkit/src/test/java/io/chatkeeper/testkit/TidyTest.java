package io.chatkeeper.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whether the whole repository is tidy: small files and methods, names that say something, no
/// loose ends, documents that tell the truth about paths, nothing of anybody's machine.
class TidyTest {
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "Manager",
                    "Helper",
                    "Helpers",
                    "Util",
                    "Utils",
                    "Common",
                    "Base",
                    "Abstract",
                    "Data",
                    "Info",
                    "Impl");

    /// The procedures speak of sensitive data, and `./run` keeps everything in a folder `data`.
    private static final Set<String> WORDS_OF_THE_TRADE = Set.of("SensitiveData", "DataFolder");

    private static final Set<String> HOSTS =
            Set.of(
                    "maven.apache.org",
                    "www.w3.org",
                    "www.apache.org",
                    "opencollective.com",
                    "github.com",
                    "tidelift.com");

    // Written in two halves, or this file would offend itself.
    private static final Pattern LOOSE_END =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!\\(#\\d)");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.$}*/-])/(?:wo" + "rk|ro" + "ot|home/\\w+|Users/\\w+)/");
    private static final Pattern HOST = Pattern.compile("https?://([^/\"'<\\s]+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+/?)`");

    private final Repository repository = new Repository(RealParts.repositoryRoot());

    @Test
    void files_are_small() {
        assertThat(
                        repository
                                .texts(".java", ".ts", ".tsx")
                                .filter(text -> text.lines().size() > FILE_LINES)
                                .map(text -> text.name() + ": " + text.lines().size()))
                .isEmpty();
    }

    @Test
    void methods_are_short() {
        assertThat(
                        declarations().methods().stream()
                                .filter(method -> method.lines() > METHOD_LINES)
                                .map(method -> method.place() + ": " + method.lines()))
                .isEmpty();
    }

    @Test
    void names_say_something() {
        assertThat(
                        declarations().types().stream()
                                .filter(type -> saysNothing(type.name()))
                                .map(type -> type.place() + ": " + type.name()))
                .isEmpty();
    }

    @Test
    void a_loose_end_has_an_issue() {
        assertThat(linesWith(repository.texts(), LOOSE_END.asPredicate())).isEmpty();
    }

    @Test
    void nothing_is_left_of_a_machine() {
        assertThat(linesWith(repository.texts(), MACHINE.asPredicate())).isEmpty();
    }

    @Test
    void builds_fetch_from_the_public_registries() {
        assertThat(
                        linesWith(
                                repository.texts("pom.xml", "package-lock.json", ".npmrc"),
                                TidyTest::namesAnotherHost))
                .isEmpty();
    }

    @Test
    void what_the_documents_point_at_is_there() {
        assertThat(
                        repository
                                .texts(".md")
                                .filter(text ->
                                        text.name().startsWith("docs/")
                                                || text.name().equals("README.md"))
                                .flatMap(this::deadEnds))
                .isEmpty();
    }

    @Test
    void decision_records_have_numbers_of_their_own() {
        List<Path> records = repository.paths("docs/decisions", ".md");
        Set<String> numbers =
                records.stream()
                        .map(file -> String.valueOf(file.getFileName()).substring(0, 4))
                        .collect(Collectors.toSet());

        assertThat(numbers).hasSize(records.size()).allMatch(number -> number.matches("\\d{4}"));
    }

    private Declarations declarations() {
        return Declarations.in(repository.paths("", ".java"));
    }

    private static boolean saysNothing(String name) {
        String bare =
                WORDS_OF_THE_TRADE.stream().reduce(name, (left, word) -> left.replace(word, ""));
        return Stream.of(bare.split("(?=[A-Z])")).anyMatch(EMPTY_WORDS::contains);
    }

    private static boolean namesAnotherHost(String line) {
        return HOST.matcher(line).results().anyMatch(found -> !HOSTS.contains(found.group(1)));
    }

    private static Stream<String> linesWith(
            Stream<Repository.Text> texts, Predicate<String> offends) {
        return texts.flatMap(text ->
                IntStream.range(0, text.lines().size())
                        .filter(i -> offends.test(text.lines().get(i)))
                        .mapToObj(i -> text.name() + ":" + (i + 1)));
    }

    private Stream<String> deadEnds(Repository.Text text) {
        Path here = repository.root().resolve(text.name()).resolveSibling(".");
        return text.lines().stream()
                .flatMap(line ->
                        Stream.concat(
                                targets(LINK, line)
                                        .filter(target -> !target.contains(":"))
                                        .filter(target -> !Files.exists(here.resolve(target))),
                                targets(CODE, line).filter(this::isDeadPath)))
                .map(target -> text.name() + ": " + target);
    }

    /// A word with slashes is a path if it begins with one of our folders.
    private boolean isDeadPath(String target) {
        Path root = repository.root();
        boolean ours = Files.isDirectory(root.resolve(target.substring(0, target.indexOf('/'))));
        return ours && !Files.exists(root.resolve(target));
    }

    private static Stream<String> targets(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.results().map(found -> found.group(1)).toList().stream();
    }
}
