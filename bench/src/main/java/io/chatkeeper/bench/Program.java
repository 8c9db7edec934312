package io.chatkeeper.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A Java program in a process of its own, with the flags of production: the full compiler, no
/// shortcuts for a quick start.
final class Program implements AutoCloseable {
    static final List<String> FLAGS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Of a log, when it is told why a program has ended.
    private static final int LINES = 40;

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final String name;
    private final Path log;
    private final Process process;

    private Program(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /// Starts `java <flags> <words>`; what it prints goes to `logs/<name>.log`.
    static Program start(
            String name, Path logs, Map<String, String> environment, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(words);
        try {
            Files.createDirectories(logs);
            Path log = logs.resolve(name + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new Program(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a main class of this program's own classpath.
    static Program start(String name, Path logs, Class<?> main, List<String> arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return start(name, logs, Map.of(), words);
    }

    long pid() {
        return process.pid();
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the " + name + " has ended:\n" + lastWords());
        }
    }

    /// The log goes with the folder it lies in.
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    /// Stops its execution where it is, until `thaw`.
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /// Ends it as a power cut would: it can say nothing more.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Stops it; a frozen one can only be killed.
    @Override
    public void close() {
        stop(STOP_LIMIT);
    }

    /// The same for one that may take so long.
    void stop(Duration limit) {
        boolean interrupted = Thread.interrupted();
        process.destroy();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
