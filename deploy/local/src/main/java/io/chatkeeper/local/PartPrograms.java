package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The programs of broker and store: the Java that runs us, our own classes and the jars that were
/// copied beside them. Built to the end they start from jars, and may have caches.
final class PartPrograms {

    private static final String JAR = "local-0.1.0-SNAPSHOT.jar";

    private final Path target;
    private final Flags flags;

    /// @throws CannotStart when this module has not been built
    PartPrograms(Path root, Flags flags) {
        this.target = root.resolve("deploy/local/target").toAbsolutePath();
        this.flags = flags;
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new CannotStart(
                    "Broker and store have no jars in "
                            + target.resolve("lib")
                            + ". Build them: mvn -pl deploy/local package");
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The program of the part whose class is `main`.
    ///
    /// @param name a short name, for the file of its cache
    App app(String name, String main) {
        Path logging = target.resolve("classes/parts-logging.properties");
        String logged = "-Djava.util.logging.config.file=" + logging;
        try {
            Path classes = target.resolve("classes");
            Path jar = target.resolve(JAR);
            boolean whole = isNewer(jar, classes);
            Path home = whole ? home(jar) : target.resolve("apps");
            String own = whole ? home.resolve(JAR).toString() : classes.toString();
            return new App(
                    jar,
                    List.of(logged, "-cp", own + ":" + target.resolve("lib") + "/*", main),
                    home.resolve(name + ".aot"),
                    whole,
                    flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A jar that is older than what it is made of tells of a build that has not come to its end.
    private static boolean isNewer(Path jar, Path classes) throws IOException {
        if (Files.notExists(jar)) {
            return false;
        }
        long made = jar.toFile().lastModified();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .allMatch(file -> file.toFile().lastModified() <= made);
        }
    }

    /// The next build writes another jar in the place of ours, and a cache knows its jar by time
    /// and size: so the jar is copied beside its cache.
    private Path home(Path jar) throws IOException {
        Path apps = target.resolve("apps");
        AppCache cache = new AppCache(apps, flags);
        Path home = apps.resolve("parts-" + cache.fingerprint(jar, libraries()));
        if (Files.notExists(home.resolve(JAR))) {
            Files.createDirectories(apps);
            Path fresh = Files.createTempDirectory(apps, "copying-");
            Files.copy(jar, fresh.resolve(JAR), StandardCopyOption.COPY_ATTRIBUTES);
            if (!fresh.toFile().renameTo(home.toFile())) {
                AppCache.delete(fresh); // Another process was quicker.
            } else {
                cache.dropOlder("parts", home);
            }
        }
        return home;
    }

    private List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(target.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
