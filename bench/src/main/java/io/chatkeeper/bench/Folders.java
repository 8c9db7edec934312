package io.chatkeeper.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a stage leaves on the disk: nothing but its logs.
final class Folders {
    private Folders() {}

    /// Copies every log below a folder, side by side; those of an earlier stage are replaced.
    static void keepLogs(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path log : logs(from)) {
                Files.copy(log, to.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith("logs"))
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            content.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
