package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Spring Boot jars, unpacked: a folder per service and content of its jar. An unpacked program
/// starts in half the time, and only an unpacked one can have an ahead-of-time cache.
final class AppCache {

    /// The folder in use and the one before, which another house may still run from.
    private static final int FOLDERS_KEPT = 2;

    private static final int NAME_BYTES = 8;

    private final Path folder;
    private final Flags flags;

    AppCache(Path folder, Flags flags) {
        this.folder = folder;
        this.flags = flags;
    }

    /// The service's program: unpacked if it is a Spring Boot jar, otherwise the jar as it is.
    App app(String service, Path jar) {
        try {
            if (!isSpringBoot(jar)) {
                return App.ofJar(jar, jar.resolveSibling("none.aot"), false, flags);
            }
            Path home = folder.resolve(service + "-" + fingerprint(jar, List.of()));
            if (Files.notExists(home)) {
                unpack(jar, home);
                dropOlder(service, home);
            }
            return App.ofJar(home.resolve(jar.getFileName()), home.resolve("app.aot"), true, flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSpringBoot(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("BOOT-INF/") != null;
        }
    }

    /// Of the content of the jar, the Java machine and its options: a change of any makes the cache
    /// useless. Times of files are left out, or every build would ask for new training.
    ///
    /// @param libraries names of those that are not in the jar
    String fingerprint(Path jar, List<String> libraries) throws IOException {
        MessageDigest digest = FileHash.sha256();
        digest.update(bytes(System.getProperty("java.vm.version") + flags.options() + libraries));
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(bytes(line)));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void unpack(Path jar, Path home) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        int code =
                Waiting.forProgram(
                        folder,
                        PartPrograms.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "extract",
                        "--force",
                        "--destination",
                        fresh.toString());
        if (code != 0) {
            throw new CannotStart("The jar cannot be unpacked: " + jar + ". Build it again.");
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes what is left of earlier builds, but for the last.
    void dropOlder(String service, Path current) throws IOException {
        List<Path> older;
        try (Stream<Path> folders = Files.list(folder)) {
            older =
                    folders.filter(path -> isOf(service, path) && !path.equals(current))
                            .sorted(Comparator.comparing(AppCache::age).reversed())
                            .skip(FOLDERS_KEPT - 1)
                            .toList();
        }
        for (Path path : older) {
            delete(path);
        }
    }

    private static boolean isOf(String service, Path path) {
        return path.getFileName().toString().startsWith(service + "-");
    }

    private static long age(Path path) {
        return path.toFile().lastModified();
    }

    static void delete(Path path) throws IOException {
        try (Stream<Path> content = Files.walk(path)) {
            content.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
