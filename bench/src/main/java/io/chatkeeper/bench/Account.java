package io.chatkeeper.bench;

import io.chatkeeper.bench.report.Figure;
import io.chatkeeper.bench.report.Picture;
import io.chatkeeper.pipeline.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;

/// What a run was, so that its figures can be read a year later.
///
/// @param commit that was measured; `+` behind it when files were changed
/// @param machine processors, memory, system and Java
/// @param flags of the measured programs
record Account(
        Path root,
        String commit,
        String at,
        String machine,
        List<String> flags,
        Plan plan,
        Set<String> parts) {

    private record Written(
            String commit,
            String at,
            String machine,
            List<String> flags,
            Plan plan,
            Set<String> parts,
            String workload,
            List<Row> figures,
            List<Measurement> measurements) {}

    private record Row(Figure figure, double ratio, String outcome) {}

    static Account of(Path root, Plan plan, Set<String> parts) {
        return new Account(
                root,
                Machine.commit(root),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.description(),
                Program.FLAGS,
                plan,
                parts);
    }

    /// Writes the JSON and the picture; returns the JSON's path.
    Path write(Results results, List<Figure> figures) throws IOException {
        Path folder = Files.createDirectories(root.resolve("bench/results"));
        String name =
                at.replaceAll("[:]", "").replace("T", "-").replace("Z", "") + "-" + plan.name();
        Path json = folder.resolve(name + ".json");
        Files.writeString(json, json(results, figures), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(name + ".svg"),
                Picture.of(caption(), figures),
                StandardCharsets.UTF_8);
        return json;
    }

    private String caption() {
        return "%s, %s plan, commit %s, %s".formatted(at, plan.name(), commit, machine);
    }

    private String json(Results results, List<Figure> figures) {
        List<Row> rows =
                figures.stream()
                        .map(figure -> new Row(figure, figure.ratio(), figure.outcome()))
                        .toList();
        Written written =
                new Written(
                        commit,
                        at,
                        machine,
                        flags,
                        plan,
                        parts,
                        plan.workload(),
                        rows,
                        results.all());
        return Json.mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(written);
    }
}
