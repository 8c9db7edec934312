package io.chatkeeper.sop.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Capitals: whole sentences of them, and those that are missing or stand inside a word.
final class Casing {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final int SHORTEST_COMMON = 3;
    private static final int FEWEST_SHOUTED = 2;
    private static final int LONG_RUN = 4;
    private static final int LONG_WORD = 5;
    private static final int LONGEST_HEADING = 5;
    private static final Pattern INSIDE = Pattern.compile("^\\p{Ll}{2,}\\p{Lu}{2,}\\p{Ll}");

    private Casing() {}

    /// The first sentence in capitals.
    ///
    /// @param form whether labels such as `DRIVE TIME:` belong to the text
    static Optional<Flaw> shouting(Passage passage, boolean form) {
        boolean headed = form && passage.sentences().stream().limit(1).anyMatch(Casing::isHeading);
        return passage.sentences().stream()
                .skip(headed ? 1 : 0)
                .filter(sentence -> isShouted(form ? behindLabel(sentence) : sentence.words()))
                .findFirst()
                .map(sentence -> Flaw.of(TextCode.SHOUTING, sentence));
    }

    /// `STATE TO STATE TRANSFER`: a form's name above it, which no mark ends.
    private static boolean isHeading(Sentence first) {
        return first.words().size() <= LONGEST_HEADING && first.tokens().getLast().word();
    }

    /// What stands behind `LABEL:` on its line, without the label.
    private static List<Token> behindLabel(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at).is(":")) {
                boolean label =
                        tokens.subList(0, at).stream()
                                .filter(Token::word)
                                .allMatch(Token::isShouted);
                return label
                        ? tokens.subList(at, tokens.size()).stream().filter(Token::word).toList()
                        : sentence.words();
            }
        }
        return sentence.words();
    }

    private static boolean isShouted(List<Token> all) {
        List<Token> words =
                all.stream().filter(word -> word.hasLetter() && !word.quoted()).toList();
        boolean whole = words.size() >= FEWEST_SHOUTED && words.stream().allMatch(Casing::isLoud);
        return whole ? isEnglish(words) : longestLoud(words);
    }

    /// A code with a digit in it says nothing of its author's voice.
    private static boolean isLoud(Token word) {
        return word.isShouted() || word.hasDigit();
    }

    /// A row of acronyms has no everyday word in it.
    private static boolean isEnglish(List<Token> words) {
        long common =
                words.stream()
                        .filter(word -> word.text().length() >= SHORTEST_COMMON)
                        .filter(Casing::isCommon)
                        .count();
        long longer = words.stream().filter(word -> word.text().length() >= LONG_WORD).count();
        return common > 0 || words.size() >= LONG_RUN && longer * 2 >= words.size();
    }

    private static boolean isCommon(Token word) {
        return ENGLISH.words("common").contains(word.low());
    }

    /// A stretch of capitals within a sentence.
    private static boolean longestLoud(List<Token> words) {
        int loud = 0;
        int common = 0;
        for (Token word : words) {
            loud = word.isShouted() ? loud + 1 : 0;
            common = loud == 0 ? 0 : common + (isCommon(word) ? 1 : 0);
            if (loud >= LONG_RUN && common >= 2) {
                return true;
            }
        }
        return false;
    }

    /// The first sentence that begins small, or word with capitals inside.
    static Optional<Flaw> capitalization(Passage passage) {
        boolean single = passage.words().size() == 1;
        for (Sentence sentence : passage.sentences()) {
            for (Token word : sentence.words()) {
                if (hasOddCapitals(word)) {
                    return Optional.of(new Flaw(TextCode.CAPITALIZATION, word.start(), word.end()));
                }
            }
            Token first = sentence.tokens().getFirst();
            if (!single && first.word() && first.startsSmall() && !startsSmallByNature(sentence)) {
                return Optional.of(new Flaw(TextCode.CAPITALIZATION, first.start(), first.end()));
            }
        }
        return Optional.empty();
    }

    /// `eBay`, `de Vries`: names that begin small wherever they stand.
    private static boolean startsSmallByNature(Sentence sentence) {
        Token first = sentence.tokens().getFirst();
        boolean particle =
                ENGLISH.words("name particles").contains(first.low())
                        && sentence.tokens().size() > 1
                        && sentence.tokens().get(1).startsLarge();
        return particle || isOddByNature(first) || isBrand(first.text());
    }

    /// A small letter or two, one capital, and small letters again.
    private static boolean isBrand(String text) {
        int small = 0;
        while (small < text.length() && Character.isLowerCase(text.charAt(small))) {
            small++;
        }
        return small >= 1
                && small <= 2
                && text.length() > small + 1
                && Character.isUpperCase(text.charAt(small))
                && text.chars().skip(small + 1L).allMatch(Character::isLowerCase);
    }

    private static boolean isOddByNature(Token word) {
        return ENGLISH.words("odd capitals").contains(word.low())
                || word.hasDigit()
                || word.text().contains(".")
                || word.text().contains("@")
                || word.text().contains("_");
    }

    /// `pENDING`, `aSKED`: a small letter and then capitals. `PENDing` and `craCKed` likewise.
    private static boolean hasOddCapitals(Token word) {
        String text = word.text();
        if (isOddByNature(word) || !text.chars().allMatch(Character::isLetter)) {
            return false;
        }
        int capitals = 0;
        while (capitals < text.length() && Character.isUpperCase(text.charAt(capitals))) {
            capitals++;
        }
        boolean smallThenLarge =
                Character.isLowerCase(text.charAt(0))
                        && text.length() >= 3
                        && text.chars().skip(1).allMatch(Character::isUpperCase);
        boolean largeThenSmall =
                capitals >= SHORTEST_COMMON && capitals <= text.length() - SHORTEST_COMMON;
        return smallThenLarge || largeThenSmall || INSIDE.matcher(text).find();
    }
}
