package io.chatkeeper.chat.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.WireNames;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every requirement of the five procedures is served, or the account says why not.
class RequirementsTest {
    private static final Path ROOT = RealParts.repositoryRoot();
    private static final int REQUIREMENTS = 144;
    private static final int UNSERVED = 12;
    private static final Set<String> WAYS =
            Set.of(
                    "scenarios",
                    "clock",
                    "handbook",
                    "records",
                    "recorded",
                    "shown",
                    "proof",
                    "unchecked",
                    "open");
    private static final Map<String, Map<String, Object>> ACCOUNT = account();
    private static final Map<String, Sop> SOPS =
            Stream.of(
                            "tidio-loan",
                            "live-chat",
                            "customer-care",
                            "assist-chat",
                            "service-excellence")
                    .collect(Collectors.toMap(Function.identity(), RequirementsTest::sop));
    private static final String OPEN_API =
            read(ROOT.resolve("gateway/src/main/resources/openapi.yaml"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> account() {
        Object read =
                new Load(LoadSettings.builder().build())
                        .loadFromString(read(ROOT.resolve("docs/requirements.yaml")));
        return (Map<String, Map<String, Object>>) read;
    }

    private static Sop sop(String id) {
        return SopReader.read(read(ROOT.resolve("deploy/sops/" + id + ".yaml")));
    }

    private static List<Scenario> scenarios(String sop) {
        return Scenarios.read(read(ROOT.resolve("sop/src/test/scenarios/" + sop + ".yaml")));
    }

    private static List<String> texts(Map<String, Object> served, String way) {
        Object value = served.get(way);
        return switch (value) {
            case null -> List.of();
            case List<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }

    static Stream<String> requirements() {
        return ACCOUNT.keySet().stream();
    }

    @Test
    void the_account_has_every_requirement_and_few_that_are_not_served() {
        assertThat(ACCOUNT.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, REQUIREMENTS).mapToObj(n -> "R" + n).toList());
        assertThat(ACCOUNT.values())
                .allSatisfy(served -> assertThat(served.keySet()).isNotEmpty().isSubsetOf(WAYS));
        assertThat(ACCOUNT.values().stream().filter(RequirementsTest::isUnserved))
                .hasSizeLessThanOrEqualTo(UNSERVED);
    }

    private static boolean isUnserved(Map<String, Object> served) {
        return served.containsKey("unchecked") || served.containsKey("open");
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void it_is_served_as_the_account_says(String requirement) {
        Map<String, Object> served = ACCOUNT.get(requirement);
        assertThat(texts(served, "scenarios"))
                .allSatisfy(sop -> hasBothSides(scenarios(sop), requirement));
        assertThat(texts(served, "clock")).allSatisfy(clock -> isItsClock(clock, requirement));
        assertThat(texts(served, "handbook"))
                .allSatisfy(sop ->
                        assertThat(SOPS.get(sop).handbook().entries())
                                .anyMatch(entry -> entry.requirements().contains(requirement)));
        assertThat(texts(served, "records"))
                .allSatisfy(sop ->
                        assertThat(SOPS.get(sop).cases().records().destinations().values())
                                .flatMap(Map::values)
                                .anyMatch(serves -> serves.contains(requirement)));
        assertThat(texts(served, "recorded"))
                .allSatisfy(event ->
                        assertThat(WireNames.values())
                                .extracting(WireNames::wireName)
                                .contains("io.chatkeeper." + event + ".v1"));
        assertThat(served.containsKey("recorded")).isEqualTo(served.containsKey("shown"));
        assertThat(texts(served, "shown"))
                .allSatisfy(path -> assertThat(OPEN_API).contains("\n  /api/v1" + path + ":\n"));
        assertThat(texts(served, "proof")).allSatisfy(RequirementsTest::isATest);
    }

    private static void hasBothSides(List<Scenario> scenarios, String requirement) {
        Map<Boolean, List<Scenario>> sides =
                scenarios.stream()
                        .filter(scenario -> scenario.requirements().contains(requirement))
                        .collect(Collectors.partitioningBy(Scenario::isRefused));
        assertThat(sides.get(false)).as("kept").isNotEmpty();
        assertThat(sides.get(true)).as("broken").isNotEmpty();
    }

    private static void isItsClock(String clock, String requirement) {
        String[] parts = clock.split("\\.");
        assertThat(SOPS.get(parts[0]).clocks().get(parts[1]).requirement()).isEqualTo(requirement);
    }

    private static void isATest(String proof) {
        String[] parts = proof.split("[/#]");
        String inside = proof.substring(proof.indexOf('/') + 1, proof.indexOf('#'));
        Path file =
                ROOT.resolve(parts[0])
                        .resolve("src/test/java/io/chatkeeper")
                        .resolve(inside + ".java");
        assertThat(read(file)).contains("void " + parts[parts.length - 1] + "(");
    }
}
