package io.chatkeeper.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program that lies among a service's own classes and libraries, in a process of its own.
final class ServicePrograms {
    private ServicePrograms() {}

    /// Runs it to its end and returns its exit code.
    ///
    /// @param service among whose classes and libraries the program lies
    /// @throws CannotStart if nothing is built
    static int run(Path root, String service, String program, List<String> arguments) {
        Path jar = House.jar(root, service);
        if (!jar.toFile().isFile()) {
            throw new CannotStart("The " + service + " is not built. Build: mvn package");
        }
        Path cached = root.resolve("deploy/local/target/apps");
        App app = new AppCache(cached, Flags.QUICK_START).app(service, jar);
        List<String> words = new ArrayList<>(List.of(PartPrograms.java(), "-XX:+UseSerialGC"));
        words.add("-Dlogback.configurationFile=verify-log-logging.xml");
        String libraries = app.jar().resolveSibling("lib") + "/*";
        words.addAll(List.of("-cp", app.jar() + ":" + libraries, program));
        words.addAll(arguments);
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CannotStart(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(program + " was interrupted", e);
        }
    }
}
