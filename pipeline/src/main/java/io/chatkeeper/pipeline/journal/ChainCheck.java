package io.chatkeeper.pipeline.journal;

import java.util.Optional;

/// Follows one stream from its first entry and says where it stops being what was once written: a
/// changed field, a missing, added or moved entry. Entries cut off the end leave no trace in the
/// chain itself; only a snapshot that knew them gives that away.
public final class ChainCheck {
    private long sequence;
    private String hash = HashChain.START;

    /// Where a stream is broken first.
    ///
    /// @param sequence of the entry that is not what it was, or that is missing
    public record Flaw(long sequence, String what) {}

    /// Takes the next entry; says what is wrong with it, if something is.
    public Optional<Flaw> next(Entry entry) {
        long expected = sequence + 1;
        if (entry.sequence() != expected) {
            return flaw(expected, "entry " + entry.sequence() + " stands in its place");
        }
        if (!HashChain.next(hash, entry.chained("")).equals(entry.hash())) {
            return flaw(expected, "its hash does not follow from its content and the one before");
        }
        sequence = expected;
        hash = entry.hash();
        return Optional.empty();
    }

    /// Compares with a snapshot made at this place.
    public Optional<Flaw> at(Snapshot snapshot) {
        if (snapshot.version() > sequence) {
            return flaw(sequence + 1, "a snapshot knew entries up to " + snapshot.version());
        }
        return snapshot.version() == sequence && !snapshot.hash().equals(hash)
                ? flaw(sequence, "a snapshot knew another entry")
                : Optional.empty();
    }

    /// Sequence of the last entry taken.
    public long sequence() {
        return sequence;
    }

    /// Hash of the last entry taken, which stands for all before it too.
    public String hash() {
        return hash;
    }

    private static Optional<Flaw> flaw(long sequence, String what) {
        return Optional.of(new Flaw(sequence, what));
    }
}
