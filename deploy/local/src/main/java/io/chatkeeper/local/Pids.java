package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The file that remembers our child processes, so that the next start can end what a killed one
/// left behind. A line is: process id, start in milliseconds, name.
final class Pids {

    /// The operating system tells the start of a process with this precision; a process id that is
    /// in use again by a stranger within it is not to be expected.
    private static final Duration PRECISION = Duration.ofSeconds(2);

    private static final long END_LIMIT_SECONDS = 10;

    private final Path file;
    private final Map<String, ProcessHandle> running = new LinkedHashMap<>();

    Pids(Path file) {
        this.file = file;
    }

    synchronized void running(String name, ProcessHandle process) {
        running.put(name, process);
        save();
    }

    synchronized void ended(String name) {
        running.remove(name);
        save();
    }

    private void save() {
        String lines =
                running.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String name, ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return process.pid() + " " + start.toEpochMilli() + " " + name + "\n";
    }

    /// Ends the processes the file names that still live, politely and then by force; a process
    /// that merely has the same id but another start is left alone. Returns the names of the ended.
    List<String> endLeftovers() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 3))
                    .filter(words -> words.length == 3)
                    .filter(words -> leftover(words[0], words[1]).map(Pids::end).orElse(false))
                    .map(words -> words[2])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> leftover(String pid, String start) {
        Instant started = Instant.ofEpochMilli(Long.parseLong(start));
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, started));
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, expected).abs().compareTo(PRECISION) <= 0)
                .orElse(false);
    }

    private static boolean end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
