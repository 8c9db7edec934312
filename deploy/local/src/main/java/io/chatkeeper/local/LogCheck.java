package io.chatkeeper.local;

import java.util.ArrayList;
import java.util.List;

/// `./run verify-log [<stream>]`: has the services' own program follow the chain of hashes through
/// every journal of a data folder, or of the store named by `CHATKEEPER_MONGO_URI`.
final class LogCheck {
    private static final String PROGRAM = "io.chatkeeper.pipeline.mongo.VerifyLog";

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
        List<String> arguments = new ArrayList<>(List.of(uri));
        arguments.addAll(streams);
        return ServicePrograms.run(settings.root(), PROGRAM, arguments);
    }
}
