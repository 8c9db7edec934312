package io.chatkeeper.bench;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.contract.PublicClockEvent.ClockBreachWithdrawn;
import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockMet;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WireNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// What the journal of sla-service holds of each chat's clocks, read from the raw documents and not
/// through the code that is measured.
final class ClockJournal {
    private static final String BREACHED = WireNames.of(ClockBreached.class);
    private static final String WITHDRAWN = WireNames.of(ClockBreachWithdrawn.class);
    private static final String MET = WireNames.of(ClockMet.class);
    private static final Duration READ_LIMIT = Duration.ofMinutes(2);

    /// How a clock ended.
    ///
    /// @param breached the times at which it was breached
    record Ended(List<Instant> breached, int withdrawn, int met) {
        static final Ended NOT = new Ended(List.of(), 0, 0);

        private Ended and(String type, Instant at) {
            if (type.equals(BREACHED)) {
                List<Instant> times = new ArrayList<>(breached);
                times.add(at);
                return new Ended(times, withdrawn, met);
            }
            return new Ended(
                    breached,
                    withdrawn + (type.equals(WITHDRAWN) ? 1 : 0),
                    met + (type.equals(MET) ? 1 : 0));
        }

        boolean isBreachedBefore(Instant due) {
            return breached.stream().anyMatch(at -> at.isBefore(due));
        }
    }

    private final Map<String, Ended> ended = new HashMap<>();

    /// Reads all there is now.
    ClockJournal(Connection connection) {
        for (Document bucket : buckets(connection)) {
            String stream = bucket.getString("_id");
            String chat = StreamId.subject(stream.substring(0, stream.lastIndexOf('#')));
            for (Document entry : bucket.getList("e", Document.class, List.of())) {
                Instant at = entry.getDate("time").toInstant();
                ended.merge(
                        chat,
                        Ended.NOT.and(entry.getString("type"), at),
                        (before, _) -> before.and(entry.getString("type"), at));
            }
        }
    }

    private static List<Document> buckets(Connection connection) {
        return Flux.from(
                        connection
                                .journal("sla")
                                .find(Filters.exists("e"))
                                .projection(Projections.include("e.type", "e.time")))
                .collectList()
                .toFuture()
                .orTimeout(READ_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /// How the one clock of a chat ended, if it has.
    Ended of(String chat) {
        return ended.getOrDefault(chat, Ended.NOT);
    }
}
