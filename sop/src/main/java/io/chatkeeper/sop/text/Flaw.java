package io.chatkeeper.sop.text;

/// Something that is wrong with a text.
///
/// @param start where it begins, in UTF-16 units
/// @param end where it has ended
public record Flaw(TextCode code, int start, int end) {
    static Flaw of(TextCode code, Passage passage) {
        return new Flaw(code, 0, passage.text().length());
    }

    static Flaw of(TextCode code, Sentence sentence) {
        return new Flaw(code, sentence.start(), sentence.finish());
    }

    static Flaw of(TextCode code, Phrases.Match match) {
        return new Flaw(code, match.start(), match.end());
    }
}
