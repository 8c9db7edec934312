package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many words a note of one kind has (R70). One procedure wants notes brief, another wants
/// every detail: what a note is for decides, not which of them was read last.
///
/// @param least the fewest words; nought if any number will do
/// @param most the most words; [#UNBOUNDED] if any number will do
public record NoteLength(int least, int most) {
    /// The highest limit that a file may name.
    public static final int UNBOUNDED = 2_000;

    static final NoteLength ANY = new NoteLength(0, UNBOUNDED);

    /// What is wrong with a note of so many words; nothing if its number will do.
    ///
    /// @param kind what the note is for, which the sentence says; null if nobody said
    /// @param end how long the text is, in UTF-16 units
    Optional<Finding> of(@Nullable String kind, int words, int end) {
        if (words > most && most < UNBOUNDED) {
            return Optional.of(finding(kind, "at most " + most, words, end));
        }
        return words < least
                ? Optional.of(finding(kind, "at least " + least, words, end))
                : Optional.empty();
    }

    private static Finding finding(@Nullable String kind, String limit, int words, int end) {
        String name = kind == null ? NoteRules.GENERAL : kind;
        String message =
                "A note of the kind "
                        + name
                        + " has "
                        + limit
                        + " words; this one has "
                        + words
                        + ".";
        return new Finding(
                "NOTE_LENGTH", "note-length", "R70", Severity.BLOCK, message, 0, end, null);
    }
}
