package io.chatkeeper.local.standin;

import io.chatkeeper.local.ParentWatch;
import java.nio.file.Files;
import java.nio.file.Path;

/// The process that stands in for MongoDB on one machine.
///
/// Arguments: port, file, process id of the parent without which it must not live on.
public final class StandIn {

    private static final int CANNOT_WRITE = 3;

    private StandIn() {}

    /// Serves until it is told to stop, its parent is gone or its file cannot be written.
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ParentWatch.exitWithParent(Long.parseLong(arguments[2]));
        int port = Integer.parseInt(arguments[0]);
        var server =
                new StandInServer(
                        file,
                        port,
                        Durability.of(System.getenv("CHATKEEPER_STORE_SYNC")),
                        () -> Runtime.getRuntime().halt(CANNOT_WRITE));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-store"));
    }
}
