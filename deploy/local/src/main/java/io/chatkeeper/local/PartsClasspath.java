package io.chatkeeper.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a child machine of this module is started: the Java that runs us, our own classes and the
/// jars that were copied beside them.
final class PartsClasspath {

    private PartsClasspath() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The words that start `main` with the given machine options and arguments.
    static List<String> command(
            Path root, List<String> options, String main, List<String> arguments) {
        Path target = root.resolve("deploy/local/target").toAbsolutePath();
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new CannotStart(
                    "Broker and store have no jars in "
                            + target.resolve("lib")
                            + ". Build them: mvn -pl deploy/local package");
        }
        List<String> words = new ArrayList<>(List.of(java()));
        words.addAll(options);
        words.add("-XX:+UseSerialGC");
        words.add("--sun-misc-unsafe-memory-access=allow");
        words.add("--enable-native-access=ALL-UNNAMED");
        Path logging = target.resolve("classes/parts-logging.properties");
        words.add("-Djava.util.logging.config.file=" + logging);
        words.add("-cp");
        words.add(target.resolve("classes") + ":" + target.resolve("lib") + "/*");
        words.add(main);
        words.addAll(arguments);
        return words;
    }
}
