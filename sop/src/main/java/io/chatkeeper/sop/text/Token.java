package io.chatkeeper.sop.text;

/// A word, or a mark between words.
///
/// @param text as it was written
/// @param low in small letters, with straight apostrophes
/// @param start where it begins, in UTF-16 units
/// @param end where it has ended
/// @param word whether it is a word or a number
/// @param quoted whether it stands between quotation marks: somebody else's words
record Token(String text, String low, int start, int end, boolean word, boolean quoted) {
    /// Whether it is a word of letters, all of them capitals.
    boolean isShouted() {
        return word && hasLetter() && text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }

    boolean hasLetter() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    boolean hasDigit() {
        return text.codePoints().anyMatch(Character::isDigit);
    }

    boolean startsSmall() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    boolean startsLarge() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean is(String mark) {
        return low.equals(mark);
    }
}
