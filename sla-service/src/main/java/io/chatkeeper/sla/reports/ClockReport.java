package io.chatkeeper.sla.reports;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTable;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.mongo.StoredLog;
import io.chatkeeper.sla.clock.ClockEvent;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The program behind `./run clock-report`: counts kept and broken promises from the log and prints
/// the table that `GET /api/v1/reports/clocks` answers from its read model.
public final class ClockReport {
    /// The table was printed.
    public static final int DONE = 0;

    /// The store can't be read, or the arguments are not understood.
    public static final int UNREADABLE = 2;

    private static final Set<ClockDimension> ALL = EnumSet.allOf(ClockDimension.class);

    private ClockReport() {}

    /// Arguments: the address of the store, the first day and the last one.
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /// Prints the table; returns the exit code.
    public static int run(String[] arguments, PrintStream out) {
        try {
            if (arguments.length == 3) {
                out.print(
                        table(
                                arguments[0],
                                LocalDate.parse(arguments[1]),
                                LocalDate.parse(arguments[2])));
                return DONE;
            }
        } catch (StoreUnavailable e) {
            System.err.println("the store can't be read: " + e.getMessage());
            return UNREADABLE;
        } catch (DateTimeParseException notADay) {
            // Answered with the usage, as every misunderstanding.
        }
        System.err.println("usage: ClockReport <address of the store> <from> <to>");
        return UNREADABLE;
    }

    private static String table(String uri, LocalDate from, LocalDate to) {
        JsonMapper json = Json.mapper();
        StoredEvents<ClockEvent> stored = StoredEvents.of("clock", ClockEvent.class);
        Recount recount = new Recount(from, to, ALL);
        try (StoredLog log = StoredLog.of(uri, "sla")) {
            log.follow((_, entries) ->
                    recount.stream(
                            entries.stream()
                                    .map(one -> stored.read(json, one.type(), one.payload()))
                                    .toList()));
        }
        return ClockTable.csv(recount.lines(), ALL);
    }
}
