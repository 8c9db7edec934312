package io.chatkeeper.projection.clocks;

import com.mongodb.client.model.Filters;
import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.ViewStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds up how promises ended. Holds no more in memory than the lines of the answer.
public final class ClockReports {
    /// More lines than this nobody reads; a report by fewer dimensions or days has fewer.
    static final int MOST_LINES = 5_000;

    private static final String BY_DAY = ClockOutcomeView.ROWS + "." + ClockOutcomeView.DAY;

    private final ViewStore store;

    public ClockReports(ViewStore store) {
        this.store = store;
    }

    /// Lets the store find a day's promises without looking at all others.
    public Mono<String> prepare() {
        return store.index(ClockOutcomeView.COLLECTION, BY_DAY);
    }

    /// The lines of the report, in order; empty if they would be too many.
    public Mono<List<ClockTally>> lines(LocalDate from, LocalDate to, Set<ClockDimension> by) {
        return store.all(ClockOutcomeView.COLLECTION, settledWithin(from, to))
                .concatMapIterable(found -> rows(found, from, to).toList())
                .map(row -> tally(row).by(by))
                .<Map<ClockTally, ClockTally>>reduceWith(HashMap::new, ClockReports::add)
                .filter(lines -> lines.size() <= MOST_LINES)
                .map(lines -> lines.values().stream().sorted(ClockTally.ORDER).toList());
    }

    /// Stops adding lines one behind the limit.
    private static Map<ClockTally, ClockTally> add(
            Map<ClockTally, ClockTally> lines, ClockTally more) {
        if (lines.size() <= MOST_LINES) {
            lines.merge(more.line(), more, ClockTally::plus);
        }
        return lines;
    }

    private static Bson settledWithin(LocalDate from, LocalDate to) {
        return Filters.elemMatch(
                ClockOutcomeView.ROWS,
                Filters.and(
                        Filters.gte(ClockOutcomeView.DAY, from.toString()),
                        Filters.lte(ClockOutcomeView.DAY, to.toString())));
    }

    private static Stream<JsonNode> rows(Folded found, LocalDate from, LocalDate to) {
        return rows(found.document())
                .filter(row -> day(row).filter(day -> within(day, from, to)).isPresent());
    }

    private static Stream<JsonNode> rows(ObjectNode subject) {
        return StreamSupport.stream(subject.withArray(ClockOutcomeView.ROWS).spliterator(), false);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static Optional<LocalDate> day(JsonNode row) {
        return row.path(ClockOutcomeView.DAY).asStringOpt().map(LocalDate::parse);
    }

    /// Every settled promise of a subject, as a line of its own.
    public static List<ClockTally> tallies(ObjectNode subject) {
        return rows(subject)
                .filter(row -> row.has(ClockOutcomeView.DAY))
                .map(ClockReports::tally)
                .toList();
    }

    private static ClockTally tally(JsonNode row) {
        boolean kept = row.path(ClockOutcomeView.KEPT).asBoolean();
        return new ClockTally(
                day(row).orElseThrow(),
                row.path("clock").asString(),
                row.path("desk").asString(),
                row.path("agent").asString(),
                row.path("sop").asString(),
                kept ? 1 : 0,
                kept ? 0 : 1);
    }
}
