package io.chatkeeper.pipeline.journal;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entries for the specs, chained as a lane would chain them.
public final class Entries {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private Entries() {}

    /// An append of that many entries behind an end.
    public static Append append(String stream, StreamEnd end, int count) {
        return append(stream, end, count, null, "{\"words\":\"hello\"}");
    }

    public static Append append(
            String stream, StreamEnd end, int count, @Nullable Instant wakeAt, String payload) {
        List<Entry> entries = new ArrayList<>();
        String hash = end.hash();
        for (int i = 1; i <= count; i++) {
            Entry bare = entry(stream, end.version() + i, wakeAt, payload);
            hash = HashChain.next(hash, bare);
            entries.add(bare.chained(hash));
        }
        return new Append(stream, end, entries);
    }

    /// The snapshot that is due at a full end, with something of everything in its memory.
    public static Snapshot snapshot(StreamEnd full, String shape) {
        Refusal refusal = Refusal.of(RefusalKind.CONFLICT, "illegal-state", "Not now.");
        return new Snapshot(
                full.bucketOfNext(),
                full.version(),
                full.hash(),
                shape,
                "{\"words\":\"ä€😀\"}",
                new Snapshot.Remembered(
                        List.of(new Snapshot.Effect("command-1", "fingerprint", 1, 2, NOON)),
                        List.of(new Entry.RefusedCommand("refused-1", "fingerprint", refusal)),
                        List.of(new Snapshot.Position("toy.policy", "chat-1", 7, 1)),
                        List.of(new Snapshot.Mark("topic-id", 3, 1_128))));
    }

    /// An entry with every field filled.
    public static Entry entry(
            String stream, long sequence, @Nullable Instant wakeAt, String payload) {
        String id = stream + "/" + sequence;
        Refusal refusal = Refusal.of(RefusalKind.CONFLICT, "illegal-state", "Not now.");
        return new Entry(
                id,
                "io.chatkeeper.toy.said.v1",
                sequence,
                NOON.plusMillis(sequence),
                Actor.agent("casey", Role.CSR),
                "command-" + id,
                "fingerprint",
                "correlation",
                "causation",
                new Entry.Source("topic-id", 3, 1_000 + sequence),
                new Entry.Origin("toy.policy", "chat-1", sequence, 1),
                "tidio-loan@1",
                wakeAt,
                "00-trace-span-01",
                List.of(new Entry.RefusedCommand("refused-" + id, "fingerprint", refusal)),
                payload,
                "");
    }
}
