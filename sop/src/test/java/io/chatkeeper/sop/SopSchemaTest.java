package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SopSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/sop.schema.json");
    private static final String COMMENT =
            "# yaml-language-server: $schema=../../docs/sop.schema.json";

    @Test
    void the_published_schema_is_the_one_the_reader_checks() throws IOException {
        assertThat(SopSchema.json())
                .as("write SopSchema.json() to docs/sop.schema.json")
                .isEqualTo(Files.readString(PUBLISHED));
    }

    @Test
    void it_is_json_and_knows_every_key() {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(SopSchema.json());
        assertThat(read)
                .isInstanceOfSatisfying(
                        Map.class,
                        schema ->
                                assertThat(((Map<?, ?>) schema.get("properties")).keySet())
                                        .isEqualTo(SopShape.FILE.keys().keySet()));
    }

    @Test
    void the_shipped_files_name_it_so_that_editors_complete_keys() throws IOException {
        try (var files = Files.list(Path.of("../deploy/sops"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                assertThat(Files.readAllLines(file).getFirst())
                        .as(file.toString())
                        .isEqualTo(COMMENT);
            }
        }
    }
}
