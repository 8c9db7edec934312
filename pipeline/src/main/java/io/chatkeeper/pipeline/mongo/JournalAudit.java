package io.chatkeeper.pipeline.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.chatkeeper.pipeline.journal.ChainCheck;
import io.chatkeeper.pipeline.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads a whole journal, stream by stream, and checks that every chain holds.
final class JournalAudit {
    private final MongoCollection<Document> collection;
    private final BiConsumer<String, ChainCheck.Flaw> onFlaw;
    private final LongConsumer onProgress;
    private long events;
    private long streams;
    private long flaws;

    /// What an audit has seen.
    ///
    /// @param fingerprint over the ends of all streams: two journals that have the same one hold
    ///   the same entries, as each end stands for everything before it
    record Result(long streams, long events, long flaws, String fingerprint) {}

    /// @param onFlaw told the first flaw of each stream that has one
    /// @param onProgress told now and then how many events have been read
    JournalAudit(
            MongoCollection<Document> collection,
            BiConsumer<String, ChainCheck.Flaw> onFlaw,
            LongConsumer onProgress) {
        this.collection = collection;
        this.onFlaw = onFlaw;
        this.onProgress = onProgress;
    }

    /// @param only a stream id; null for all streams
    Result run(@Nullable String only) {
        Course course = new Course();
        new JournalWalk(collection).walk(only, course);
        return new Result(streams, events, flaws, course.fingerprint());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The way through all documents; knows the stream it is in.
    private final class Course implements JournalWalk.Visitor {
        private final MessageDigest ends = sha256();
        private String stream = "";
        private ChainCheck check = new ChainCheck();
        private boolean broken;

        @Override
        public void readOn() {
            onProgress.accept(events);
        }

        @Override
        public void take(DocumentName place, Document document) {
            if (!place.stream().equals(stream)) {
                end();
                stream = place.stream();
                check = new ChainCheck();
                broken = false;
                streams++;
            }
            if (!broken) {
                flawIn(place, document).ifPresent(this::report);
            }
        }

        private void end() {
            String end = "%s %d %s%n".formatted(stream, check.sequence(), check.hash());
            ends.update(end.getBytes(StandardCharsets.UTF_8));
        }

        private String fingerprint() {
            end();
            return HexFormat.of().formatHex(ends.digest());
        }

        private void report(ChainCheck.Flaw flaw) {
            broken = true;
            flaws++;
            onFlaw.accept(stream, flaw);
        }

        private Optional<ChainCheck.Flaw> flawIn(DocumentName place, Document document) {
            if (place.snapshot()) {
                return check.at(SnapshotDocuments.fromDocument(document));
            }
            List<Entry> entries;
            try {
                entries = EntryDocuments.entriesOf(document);
            } catch (RuntimeException unreadable) {
                String what = "an entry of its bucket can't be read";
                return Optional.of(new ChainCheck.Flaw(check.sequence() + 1, what));
            }
            events += entries.size();
            return entries.stream()
                    .map(check::next)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> headFlaw(document));
        }

        private Optional<ChainCheck.Flaw> headFlaw(Document bucket) {
            return bucket.getLong("v") == check.sequence()
                    ? Optional.empty()
                    : Optional.of(
                            new ChainCheck.Flaw(
                                    check.sequence() + 1,
                                    "its bucket had entries up to " + bucket.getLong("v")));
        }
    }
}
