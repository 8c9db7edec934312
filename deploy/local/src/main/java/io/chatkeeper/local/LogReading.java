package io.chatkeeper.local;

import java.util.ArrayList;
import java.util.List;

/// `./run verify-log [<stream>]` and `./run clock-report <from> <to>`: has a program of the
/// services read the journals of a data folder, or of the store named by `CHATKEEPER_MONGO_URI`.
///
/// @param service among whose classes the program lies
record LogReading(String service, String program) {
    /// Follows the chain of hashes; exit code 0 if the log is whole, 1 if it is broken, 2 if it
    /// can't be read.
    static final LogReading VERIFIED =
            new LogReading("chat-service", "io.chatkeeper.pipeline.mongo.VerifyLog");

    /// Counts promises; exit code 0 with a table, 2 if the log can't be read.
    static final LogReading REPORTED =
            new LogReading("sla-service", "io.chatkeeper.sla.reports.ClockReport");

    /// Returns the program's exit code.
    ///
    /// @throws CannotStart if the data folder is in use, or nothing is built
    int run(HouseSettings settings, List<String> arguments) {
        String given = settings.environment().getOrDefault("CHATKEEPER_MONGO_URI", "");
        if (!given.isBlank()) {
            return read(settings, given, arguments);
        }
        try (DataFolder folder = DataFolder.open(settings.data());
                StoreProcess store = StoreProcess.start(settings.root(), folder.path())) {
            return read(settings, store.uri(), arguments);
        }
    }

    private int read(HouseSettings settings, String uri, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(uri));
        arguments.addAll(more);
        return ServicePrograms.run(settings.root(), service, program, arguments);
    }
}
