package io.chatkeeper.bench.targets;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.bench.oracle.JournalCheck;
import io.chatkeeper.bench.oracle.Ledger;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.pipeline.mongo.MongoJournal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.bson.Document;

/// Appends to the journal with nothing around them: the pipeline's own journal, with entries that
/// look like a chat's.
public final class BareAppend implements Checked, AutoCloseable {
    private final MongoCollection<Document> buckets;
    private final MongoJournal journal;
    private final String prefix;
    private final Entry pattern;
    private final int entriesEach;
    private final AtomicReferenceArray<StreamEnd> ends;
    private final Ledger ledger = new Ledger();

    /// @param prefix of the streams, which nobody else uses
    /// @param pattern a stored entry, of which all others are copies
    /// @param entriesEach entries of one append
    public BareAppend(
            MongoCollection<Document> buckets,
            String prefix,
            int streams,
            Entry pattern,
            int entriesEach) {
        this.buckets = buckets;
        this.journal = new MongoJournal(buckets);
        this.prefix = prefix;
        this.pattern = pattern;
        this.entriesEach = entriesEach;
        this.ends = new AtomicReferenceArray<>(streams);
        IntStream.range(0, streams).forEach(stream -> ends.set(stream, StreamEnd.START));
    }

    @Override
    public int streams() {
        return ends.length();
    }

    /// A stream whose append is still in flight goes on behind it.
    @Override
    public CompletableFuture<?> submit(int stream) {
        String id = prefix + stream;
        StreamEnd end = ends.get(stream);
        List<Entry> entries =
                IntStream.rangeClosed(1, entriesEach)
                        .mapToObj(i -> copy(id, end.version() + i))
                        .toList();
        Append append = new Append(id, end, entries);
        ends.set(stream, append.after());
        entries.forEach(entry -> ledger.sent(id, entry.commandId()));
        return journal.append(append)
                .thenRun(() ->
                        entries.forEach(
                                entry -> ledger.acknowledged(entry.commandId(), entry.sequence())));
    }

    private Entry copy(String stream, long sequence) {
        return new Entry(
                pattern.eventId(),
                pattern.type(),
                sequence,
                pattern.time(),
                pattern.actor(),
                stream + "-" + sequence,
                pattern.fingerprint(),
                pattern.correlationId(),
                pattern.causationId(),
                pattern.source(),
                pattern.origin(),
                pattern.sopVersion(),
                pattern.wakeAt(),
                pattern.traceparent(),
                pattern.refused(),
                pattern.payload(),
                pattern.hash());
    }

    @Override
    public Verdict verdict() {
        return new JournalCheck(buckets).of(prefix, ledger);
    }

    @Override
    public void close() {
        journal.close();
    }
}
