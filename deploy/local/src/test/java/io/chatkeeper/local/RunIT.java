package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {

    /// Eight processes, each of which may take its fifteen seconds.
    private static final int STOP_LIMIT_SECONDS = 180;

    @TempDir Path root;
    private final List<ProcessHandle> everStarted = new ArrayList<>();

    @BeforeEach
    void repositoryWithFakeServices() throws IOException {
        for (String service : House.SERVICES) {
            FakeService.jar(
                    root.resolve(service + "/target/" + service + "-0.1.0-SNAPSHOT-app.jar"));
        }
        Files.createDirectories(root.resolve("deploy/local"));
        Path real = Repository.root().resolve("deploy/local");
        Files.createSymbolicLink(root.resolve("deploy/local/target"), real.resolve("target"));
        Files.copy(real.resolve("sites.yaml"), root.resolve("deploy/local/sites.yaml"));
    }

    @AfterEach
    void endAll() {
        everStarted.forEach(ProcessHandle::destroyForcibly);
    }

    private Process run() throws IOException {
        var builder =
                new ProcessBuilder(
                        PartPrograms.java(),
                        "-cp",
                        Repository.root().resolve("deploy/local/target/classes").toString(),
                        Run.class.getName());
        builder.environment().put("CHATKEEPER_ROOT", root.toString());
        builder.environment().put("CHATKEEPER_PORT", Integer.toString(Ports.free()));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        everStarted.add(process.toHandle());
        return process;
    }

    /// What it prints up to the given line.
    private List<String> printedUntil(Process run, String end) {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = run.inputReader();
        try {
            String line = reader.readLine();
            while (line != null && !line.contains(end)) {
                lines.add(line);
                line = reader.readLine();
            }
            lines.add(String.valueOf(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.descendants().forEach(everStarted::add);
        return lines;
    }

    @Test
    void it_says_where_to_go_and_a_signal_ends_all_of_it() throws Exception {
        Process run = run();
        List<String> printed = printedUntil(run, "sign in");
        List<ProcessHandle> children = run.descendants().toList();

        assertThat(printed).anyMatch(line -> line.matches("Chatkeeper is ready: http://.*:\\d+"));
        assertThat(printed).anyMatch(line -> line.endsWith("/demo/loan"));
        assertThat(children).hasSize(8);

        run.destroy();
        assertThat(run.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void what_a_killed_one_leaves_is_ended_by_the_next() throws Exception {
        Process killed = run();
        printedUntil(killed, "sign in");
        List<ProcessHandle> left = killed.descendants().toList();
        killed.destroyForcibly().waitFor();

        Process next = run();
        List<String> printed = printedUntil(next, "sign in");

        assertThat(printed).anyMatch(line -> line.contains("which a killed run had left"));
        assertThat(printed).anyMatch(line -> line.startsWith("Chatkeeper is ready"));
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        next.destroy();
        assertThat(next.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_signal_during_the_start_ends_it_too() throws Exception {
        Process run = run();
        printedUntil(run, "starting broker");
        Eventually.holds(() -> run.descendants().count() >= 2);
        List<ProcessHandle> children = run.descendants().toList();

        run.destroy();

        assertThat(run.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
}
