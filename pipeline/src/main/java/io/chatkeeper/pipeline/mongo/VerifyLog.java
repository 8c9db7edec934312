package io.chatkeeper.pipeline.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The program behind `./run verify-log`: follows the chain of hashes through every journal, or
/// through one stream, and names the first entry of each stream that is not what was written.
public final class VerifyLog {
    /// Every chain holds.
    public static final int WHOLE = 0;

    /// At least one stream is not what was written.
    public static final int BROKEN = 1;

    /// The store can't be read, or the arguments are not understood.
    public static final int UNREADABLE = 2;

    private static final List<String> SERVICES = List.of("chat", "routing", "sla", "notes");
    private static final long PROGRESS_EVENTS = 100_000;

    private final MongoClient client;
    private final PrintStream out;

    private VerifyLog(MongoClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /// Arguments: the address of the store, and a stream id if only that one is meant.
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments.length > 2) {
            System.err.println("usage: VerifyLog <address of the store> [<stream id>]");
            System.exit(UNREADABLE);
        }
        System.exit(run(arguments[0], arguments.length == 2 ? arguments[1] : null, System.out));
    }

    /// Checks all journals of the store; returns the exit code.
    ///
    /// @param only a stream id; null for all streams
    public static int run(String uri, @Nullable String only, PrintStream out) {
        try (MongoClient client = MongoClients.create(uri)) {
            return new VerifyLog(client, out).verify(only);
        } catch (StoreUnavailable e) {
            out.println("the store can't be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private int verify(@Nullable String only) {
        long flaws = 0;
        long streams = 0;
        for (String service : SERVICES) {
            JournalAudit.Result result = verify(service, only);
            flaws += result.flaws();
            streams += result.streams();
        }
        if (only != null && streams == 0) {
            out.println("no such stream: " + only);
            return UNREADABLE;
        }
        out.println(flaws == 0 ? "the log is whole" : "the log is BROKEN in " + flaws + " streams");
        return flaws == 0 ? WHOLE : BROKEN;
    }

    private JournalAudit.Result verify(String service, @Nullable String only) {
        String database = "chatkeeper_" + service;
        var told =
                new Object() {
                    long events = PROGRESS_EVENTS;
                };
        JournalAudit.Result result =
                new JournalAudit(
                                client.getDatabase(database).getCollection("journal"),
                                (stream, flaw) ->
                                        out.println(
                                                "%s %s: broken at sequence %d: %s"
                                                        .formatted(
                                                                database,
                                                                stream,
                                                                flaw.sequence(),
                                                                flaw.what())),
                                events -> {
                                    if (events >= told.events) {
                                        out.println(database + ": " + events + " events so far");
                                        told.events += PROGRESS_EVENTS;
                                    }
                                })
                        .run(only);
        out.println(
                "%s: %d streams, %d events, %d broken, fingerprint %s"
                        .formatted(
                                database,
                                result.streams(),
                                result.events(),
                                result.flaws(),
                                result.fingerprint()));
        return result;
    }
}
