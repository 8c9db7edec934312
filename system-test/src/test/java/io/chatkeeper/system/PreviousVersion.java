package io.chatkeeper.system;

import io.chatkeeper.local.House;
import io.chatkeeper.testkit.RealParts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The programs of the version before this one: those of the newest tag behind us, built in a
/// working tree of their own below `target`, once. `CHATKEEPER_PREVIOUS` names a folder in which
/// they are built already.
record PreviousVersion(String name, Path folder) {
    private static final Path ROOT = RealParts.repositoryRoot();
    private static final long BUILD_LIMIT_MINUTES = 30;

    /// The newest tag that is not this very commit; nothing while there is none.
    static Optional<PreviousVersion> find() {
        String given = System.getenv().getOrDefault("CHATKEEPER_PREVIOUS", "");
        if (!given.isBlank()) {
            return Optional.of(new PreviousVersion(given, Path.of(given)));
        }
        return Optional.of(git("describe", "--tags", "--abbrev=0", "HEAD^"))
                .filter(tag -> !tag.isBlank())
                .map(tag ->
                        new PreviousVersion(
                                tag,
                                ROOT.resolve("system-test/target/previous")
                                        .resolve(tag.replaceAll("[^\\w.-]", "_"))));
    }

    /// Builds it unless that has been done.
    PreviousVersion built() {
        if (Files.notExists(folder)) {
            git("worktree", "prune");
            git("worktree", "add", "--detach", folder.toString(), name);
        }
        if (House.SERVICES.stream().anyMatch(service -> jars(service).isEmpty())) {
            String modules = String.join(",", House.SERVICES);
            run(
                    folder,
                    Redirect.INHERIT,
                    List.of(
                            "mvn",
                            "-q",
                            "-B",
                            "-ntp",
                            "-DskipTests",
                            "-Dspotless.check.skip",
                            "-pl",
                            modules,
                            "-am",
                            "package"));
        }
        return this;
    }

    /// The program of a service.
    Path jar(String service) {
        List<Path> jars = jars(service);
        if (jars.size() != 1) {
            throw new IllegalStateException(name + " has built " + jars + " of " + service);
        }
        return jars.getFirst();
    }

    private List<Path> jars(String service) {
        Path target = folder.resolve(service).resolve("target");
        if (Files.notExists(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            return run(ROOT, Redirect.PIPE, command).strip();
        } catch (IllegalStateException refused) {
            return "";
        }
    }

    private static String run(Path folder, Redirect output, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(
                                    output == Redirect.PIPE
                                            ? Redirect.to(new File("/dev/null"))
                                            : output)
                            .redirectOutput(output);
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(BUILD_LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
