package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatkeeper.testkit.RealParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether we may ship what we are made of: every part in the bills of materials that this build
/// has made, and every package that goes into the browser, has a licence that
/// `deploy/licences.json` names with a reason.
class LicencesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path ROOT = RealParts.repositoryRoot();
    private static final JsonNode LIST = read(ROOT.resolve("deploy/licences.json"));

    /// These end up on somebody's machine; the jars of broker and stand-in only on a desk.
    private static final List<String> SHIPPED =
            List.of(
                    "chat-service",
                    "routing-service",
                    "sla-service",
                    "notes-service",
                    "projection-service",
                    "gateway",
                    "deploy/local");

    @Test
    void every_part_of_what_is_shipped_may_be_used_for_a_reason() {
        List<Path> bills = bills().toList();
        assumeTrue(
                Boolean.getBoolean("chatkeeper.gate") && !Boolean.getBoolean("cyclonedx.skip"),
                "bills of materials are made in the gate");
        assertThat(bills).allSatisfy(bill -> assertThat(bill).isRegularFile());
        Map<String, List<String>> parts = new TreeMap<>();
        bills.forEach(bill -> parts.putAll(partsOf(read(bill))));
        assertThat(parts).hasSizeGreaterThan(100);
        assertThat(unacceptable(parts)).isEmpty();
    }

    @Test
    void so_may_every_package_that_goes_into_the_browser() {
        Map<String, List<String>> packages = new TreeMap<>();
        read(ROOT.resolve("web/package-lock.json"))
                .path("packages")
                .forEachEntry((name, one) -> {
                    if (!name.isEmpty() && !one.path("dev").asBoolean(false)) {
                        packages.put(name, List.of(one.path("license").asString("none")));
                    }
                });
        assertThat(packages).isNotEmpty();
        assertThat(unacceptable(packages)).isEmpty();
    }

    @Test
    void an_unknown_licence_is_found_and_of_several_one_must_be_acceptable() {
        Map<String, List<String>> parts =
                Map.of(
                        "org.example:closed", List.of("Example Commercial"),
                        "org.example:silent", List.of(),
                        "org.example:choice", List.of("AGPL-3.0-only", "MIT"),
                        "org.example:free", List.of("Apache-2.0"));
        assertThat(unacceptable(parts))
                .containsOnlyKeys("org.example:closed", "org.example:silent");
    }

    @Test
    void every_licence_and_every_single_part_of_the_list_has_its_reason() {
        assertThat(LIST.path("licences").properties())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.getValue().asString()).hasSizeGreaterThan(20));
        assertThat(LIST.path("parts").properties())
                .allSatisfy(one -> {
                    assertThat(one.getValue().path("licence").asString()).isNotEmpty();
                    assertThat(one.getValue().path("why").asString()).hasSizeGreaterThan(20);
                });
    }

    private static Stream<Path> bills() {
        return SHIPPED.stream()
                .map(module -> ROOT.resolve(module + "/target/classes/META-INF/sbom"))
                .map(folder -> folder.resolve("application.cdx.json"));
    }

    /// `group:name` of each part with the licences it offers, of which the user chooses one.
    private static Map<String, List<String>> partsOf(JsonNode bill) {
        Map<String, List<String>> parts = new TreeMap<>();
        for (JsonNode part : bill.path("components")) {
            String name = part.path("group").asString() + ":" + part.path("name").asString();
            if (!name.startsWith("io.chatkeeper:")) {
                parts.put(name, offered(part.path("licenses")));
            }
        }
        return parts;
    }

    private static List<String> offered(JsonNode licences) {
        return StreamSupport.stream(licences.spliterator(), false)
                .map(one ->
                        one.has("expression")
                                ? one.path("expression").asString()
                                : one.path("license")
                                        .path("id")
                                        .asString(one.path("license").path("name").asString("")))
                .toList();
    }

    private static Map<String, List<String>> unacceptable(Map<String, List<String>> parts) {
        Map<String, List<String>> found = new TreeMap<>(parts);
        found.entrySet().removeIf(part -> isAcceptable(part.getKey(), part.getValue()));
        return found;
    }

    private static boolean isAcceptable(String part, List<String> offered) {
        JsonNode single = LIST.path("parts").path(part);
        return offered.stream().anyMatch(LIST.path("licences")::has)
                || !single.isMissingNode()
                        && new TreeSet<>(offered).contains(single.path("licence").asString());
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
