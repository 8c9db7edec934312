package io.chatkeeper.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The embedded stand-in for MongoDB as a process. What it has acknowledged survives `kill`.
public final class StoreProcess extends Part {

    private static final int CONNECT_LIMIT_MILLIS = 1_000;

    private final int port;

    private StoreProcess(ChildProcess child, int port) {
        super(child);
        this.port = port;
    }

    /// Starts one that keeps its file in `data/mongo` and logs to `data/logs/store.log`.
    ///
    /// @throws CannotStart when it does not come up, for instance because another process has the
    ///   file
    public static StoreProcess start(Path root, Path data) {
        StoreProcess store = prepared(root, data, app(root, Flags.QUICK_START)::command);
        store.startAndWait();
        return store;
    }

    static App app(Path root, Flags flags) {
        return new PartPrograms(root, flags).app("store", "io.chatkeeper.local.standin.StandIn");
    }

    /// @param run from its options and arguments to the words that start it
    static StoreProcess prepared(
            Path root, Path data, BiFunction<List<String>, String[], List<String>> run) {
        int port = Ports.free();
        String file = data.resolve("mongo/store.mv").toAbsolutePath().toString();
        String self = Long.toString(ProcessHandle.current().pid());
        String[] arguments = {Integer.toString(port), file, self};
        List<String> command =
                run.apply(List.of("-Xms64m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError"), arguments);
        Path log = data.resolve("logs/store.log");
        return new StoreProcess(new ChildProcess(command, Map.of(), root, log), port);
    }

    /// `mongodb://127.0.0.1:<port>`, without a database.
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    String name() {
        return "store";
    }

    /// It listens only once its file is open.
    @Override
    boolean answers() {
        try (Socket socket = new Socket()) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            socket.connect(address, CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
