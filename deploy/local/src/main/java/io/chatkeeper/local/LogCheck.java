package io.chatkeeper.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./run verify-log [<stream>]`: has the services' own program follow the chain of hashes through
/// every journal of a data folder, or of the store named by `CHATKEEPER_MONGO_URI`.
final class LogCheck {
    private static final String PROGRAM = "io.chatkeeper.pipeline.mongo.VerifyLog";

    /// Any service has the program among its libraries; this one is the first to be built.
    private static final String SERVICE = "chat-service";

    private final HouseSettings settings;

    LogCheck(HouseSettings settings) {
        this.settings = settings;
    }

    /// Returns the program's exit code: 0 if the log is whole, 1 if it is broken, 2 if it can't be
    /// read.
    ///
    /// @param streams one stream id, or none for all streams
    /// @throws CannotStart if the data folder is in use, or nothing is built
    int run(List<String> streams) {
        String given = settings.environment().getOrDefault("CHATKEEPER_MONGO_URI", "");
        if (!given.isBlank()) {
            return check(given, streams);
        }
        try (DataFolder folder = DataFolder.open(settings.data());
                StoreProcess store = StoreProcess.start(settings.root(), folder.path())) {
            return check(store.uri(), streams);
        }
    }

    private int check(String uri, List<String> streams) {
        Path jar = House.jar(settings.root(), SERVICE);
        if (!jar.toFile().isFile()) {
            throw new CannotStart("The " + SERVICE + " is not built. Build: mvn package");
        }
        Path cached = settings.root().resolve("deploy/local/target/apps");
        App app = new AppCache(cached, Flags.QUICK_START).app(SERVICE, jar);
        List<String> words = new ArrayList<>(List.of(PartsClasspath.java(), "-XX:+UseSerialGC"));
        words.add("-Dlogback.configurationFile=verify-log-logging.xml");
        words.addAll(List.of("-cp", app.jar().getParent().resolve("lib") + "/*", PROGRAM, uri));
        words.addAll(streams);
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CannotStart("The log cannot be checked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The check was interrupted", e);
        }
    }
}
