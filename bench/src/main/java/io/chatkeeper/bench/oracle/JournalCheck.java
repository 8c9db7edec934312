package io.chatkeeper.bench.oracle;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// Reads a journal's raw documents and holds them against a client's ledger.
public final class JournalCheck {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// Behind every sign that an id may have.
    private static final String LAST = "\uffff";

    private final MongoCollection<Document> buckets;

    public JournalCheck(MongoCollection<Document> buckets) {
        this.buckets = buckets;
    }

    /// @param prefix that the ids of all streams of the ledger have, and no other stream's
    public Verdict of(String prefix, Ledger ledger) {
        Map<String, List<Stored>> stored = read(prefix);
        return ledger.streams().entrySet().stream()
                .map(stream ->
                        StreamCheck.of(
                                stream.getValue(),
                                ledger,
                                stored.getOrDefault(stream.getKey(), List.of())))
                .reduce(Verdict.NONE, Verdict::and);
    }

    private Map<String, List<Stored>> read(String prefix) {
        Map<String, Map<Integer, List<Stored>>> streams = new HashMap<>();
        Flux.from(
                        buckets.find(
                                        Filters.and(
                                                Filters.gte("_id", prefix),
                                                Filters.lt("_id", prefix + LAST)))
                                .projection(Projections.include("e.seq", "e.command")))
                .doOnNext(bucket -> take(bucket, streams))
                .then()
                .toFuture()
                .orTimeout(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        Map<String, List<Stored>> joined = new HashMap<>();
        streams.forEach((stream, parts) -> {
            List<Stored> all = new ArrayList<>();
            parts.values().forEach(all::addAll);
            joined.put(stream, all);
        });
        return joined;
    }

    /// A bucket is `<stream>#<number>`; what else lies there, such as a snapshot, has no entries.
    private static void take(Document bucket, Map<String, Map<Integer, List<Stored>>> streams) {
        String id = bucket.getString("_id");
        List<Document> entries = bucket.getList("e", Document.class);
        if (entries == null) {
            return;
        }
        int mark = id.lastIndexOf('#');
        List<Stored> stored =
                entries.stream()
                        .map(entry -> new Stored(entry.getLong("seq"), entry.getString("command")))
                        .toList();
        streams.computeIfAbsent(id.substring(0, mark), _ -> new TreeMap<>())
                .put(Integer.parseInt(id.substring(mark + 1)), stored);
    }
}
