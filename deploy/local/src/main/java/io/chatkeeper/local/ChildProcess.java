package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program that can be started, asked to stop, killed and started again, with the same command
/// each time. What it prints goes to a file.
final class ChildProcess {

    /// A log file larger than this is put aside at the next start; one older one is kept.
    static final long LOG_LIMIT_BYTES = 10L * 1024 * 1024;

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /// Ctrl-C goes to every process of a terminal at once; ours are stopped in order instead. An
    /// ignored signal stays ignored across `exec`, and the process keeps its id.
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final Path log;
    private @Nullable Process process;
    private volatile boolean frozen;

    ChildProcess(List<String> command, Map<String, String> environment, Path folder, Path log) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.log = log;
    }

    synchronized void start() {
        if (alive()) {
            throw new IllegalStateException("is running already: " + log.getFileName());
        }
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Path older = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> words = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException("was never started: " + log.getFileName());
        }
        return process;
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    ProcessHandle handle() {
        return running().toHandle();
    }

    CompletableFuture<Process> exit() {
        return running().onExit();
    }

    /// `kill -9`, and waits until the process is gone.
    void kill() {
        Process victim = running();
        frozen = false;
        victim.destroyForcibly();
        if (!endsWithin(victim, KILL_LIMIT)) {
            throw new IllegalStateException("process " + victim.pid() + " survives a kill");
        }
    }

    /// Stops its execution where it is (SIGSTOP), as a long pause of the machine would.
    void freeze() {
        frozen = true;
        signal("-STOP");
    }

    /// Lets it go on after `freeze`.
    void thaw() {
        signal("-CONT");
        frozen = false;
    }

    private void signal(String signal) {
        Waiting.forProgram(Path.of("/"), "/bin/sh", "-c", "kill " + signal + " " + handle().pid());
    }

    /// Asks the process to stop and kills it when it has not done so within `limit`.
    void stop(Duration limit) {
        if (!alive()) {
            return;
        }
        if (frozen) {
            thaw(); // A frozen process hears nothing but a kill.
        }
        Process asked = running();
        asked.destroy();
        if (!endsWithin(asked, limit)) {
            kill();
        }
    }

    private static boolean endsWithin(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path log() {
        return log;
    }
}
