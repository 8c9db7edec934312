package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidsTest {

    @TempDir Path folder;
    private Process process;

    @BeforeEach
    void someProcess() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void what_a_killed_run_left_is_ended_at_the_next_start() throws Exception {
        Path file = folder.resolve("run.pids");
        new Pids(file).running("chat-service-1", process.toHandle());

        assertThat(new Pids(file).endLeftovers()).containsExactly("chat-service-1");
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void a_stranger_with_the_same_process_id_is_left_alone() throws IOException {
        Path file = folder.resolve("run.pids");
        Files.writeString(file, process.pid() + " 1000 chat-service-1\n");

        assertThat(new Pids(file).endLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_process_that_ended_is_forgotten() {
        Path file = folder.resolve("run.pids");
        Pids pids = new Pids(file);
        pids.running("store", process.toHandle());
        pids.ended("store");

        assertThat(new Pids(file).endLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }
}
