package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `./run backup <folder>` and `./run restore <folder>`: everything that lasts, journals, topics,
/// offsets and secrets of one moment, while nothing runs. Beside the files lies a list of their
/// hashes, written last, which `sha256sum -c` understands too.
public final class Backup {
    private static final String LIST = "SHA256SUMS";

    /// Of a run, not of what was written down in it.
    private static final Set<String> PASSING =
            Set.of("logs", "run.lock", "run.pids", "kafka/server.properties");

    private final HouseSettings settings;
    private final Progress progress;

    public Backup(HouseSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// Copies everything that lasts into a folder that is empty or not there yet.
    ///
    /// @throws CannotStart if the data folder is in use or has nothing, or the other one has
    ///   something
    public void take(Path folder) {
        requireOwnParts();
        try (DataFolder data = DataFolder.open(settings.data())) {
            new Pids(data.path().resolve("run.pids")).endLeftovers();
            Path to = Files.createDirectories(folder).toRealPath();
            requireEmpty(to, Set.of());
            if (to.startsWith(data.path())) {
                throw new CannotStart("A backup inside of " + data.path() + " is none.");
            }
            List<Path> files = lasting(data.path());
            if (files.isEmpty()) {
                throw new CannotStart(
                        "Nothing is in " + data.path() + ". CHATKEEPER_DATA=<folder>");
            }
            Map<String, String> hashes = new TreeMap<>();
            for (Path file : files) {
                hashes.put(file.toString(), copy(data.path(), to, file));
            }
            writeList(to, hashes);
            progress.say("%d files are in %s".formatted(files.size(), to));
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /// Copies a backup into the data folder, which must be empty or not there yet, and follows the
    /// chain of hashes through the journals that came back. Returns what `verify-log` would.
    ///
    /// @throws CannotStart if the folder holds no whole backup, or the data folder has something
    public int restore(Path folder) {
        bringBack(folder);
        return LogReading.VERIFIED.run(settings, List.of());
    }

    /// A file that is missing or is not what was written takes everything back.
    void bringBack(Path folder) {
        requireOwnParts();
        try (DataFolder data = DataFolder.open(settings.data())) {
            Path from = folder.toAbsolutePath().normalize();
            Map<String, String> hashes = readList(from);
            requireEmpty(data.path(), Set.of("run.lock"));
            for (Map.Entry<String, String> one : hashes.entrySet()) {
                String copied = copy(from, data.path(), Path.of(one.getKey()));
                if (!copied.equals(one.getValue())) {
                    clear(data.path());
                    throw new CannotStart(
                            from.resolve(one.getKey()) + " is not what was backed up.");
                }
            }
            progress.say("%d files are in %s".formatted(hashes.size(), data.path()));
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private void requireOwnParts() {
        for (String name : List.of("CHATKEEPER_KAFKA", "CHATKEEPER_MONGO_URI")) {
            if (!settings.environment().getOrDefault(name, "").isBlank()) {
                throw new CannotStart(
                        name
                                + " names a server of yours; it is backed up with its own tools, in"
                                + " the order that docs/runbook.md gives.");
            }
        }
    }

    private static void requireEmpty(Path folder, Set<String> but) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            if (content.anyMatch(path -> !but.contains(path.getFileName().toString()))) {
                throw new CannotStart(folder + " is not empty. Name another folder.");
            }
        }
    }

    /// Relative to the data folder.
    private static List<Path> lasting(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .filter(file -> PASSING.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
        }
    }

    /// Returns the hash of what has been written. Attributes go along: secrets stay secret.
    private static String copy(Path from, Path to, Path file) throws IOException {
        Path target = to.resolve(file.toString()).normalize();
        if (!target.startsWith(to)) {
            throw new CannotStart(file + " leads out of the backup.");
        }
        if (Files.notExists(from.resolve(file))) {
            clear(to);
            throw new CannotStart(from.resolve(file) + " is missing.");
        }
        Files.createDirectories(target.getParent());
        Files.copy(from.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return FileHash.of(target);
    }

    private static void writeList(Path folder, Map<String, String> hashes) throws IOException {
        String lines =
                hashes.entrySet().stream()
                        .map(one -> one.getValue() + "  " + one.getKey() + "\n")
                        .collect(Collectors.joining());
        Files.writeString(folder.resolve(LIST), lines, StandardOpenOption.CREATE_NEW);
    }

    private static Map<String, String> readList(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(LIST))) {
            throw new CannotStart(folder + " holds no whole backup: there is no " + LIST + ".");
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(LIST))) {
            String[] words = line.split(" {2}", 2);
            if (words.length != 2) {
                throw new CannotStart(folder.resolve(LIST) + " can't be read: " + line);
            }
            hashes.put(words[1], words[0]);
        }
        return hashes;
    }

    /// All but the lock, which is held.
    private static void clear(Path data) throws IOException {
        List<Path> all;
        try (Stream<Path> content = Files.walk(data)) {
            all = content.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            if (!path.equals(data) && !path.endsWith("run.lock")) {
                Files.delete(path);
            }
        }
    }

    private static CannotStart failed(Path folder, IOException e) {
        return new CannotStart(
                "%s: %s".formatted(folder, e.getMessage()), new UncheckedIOException(e));
    }
}
