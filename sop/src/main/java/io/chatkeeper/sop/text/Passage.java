package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text, taken apart into sentences.
final class Passage {
    private final String text;
    private final List<Sentence> sentences;
    private final List<Token> words;

    private Passage(String text, List<Sentence> sentences) {
        this.text = text;
        this.sentences = List.copyOf(sentences);
        this.words = sentences.stream().flatMap(one -> one.words().stream()).toList();
    }

    static Passage of(String text) {
        return new Passage(text, new Cut(Tokenizer.tokens(text)).sentences());
    }

    String text() {
        return text;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Token> words() {
        return words;
    }

    /// Whether it asks anything in its author's own words, with a question mark.
    boolean hasQuestionMark() {
        return sentences.stream().anyMatch(Sentence::asks);
    }

    /// Finds where sentences end.
    private static final class Cut {
        private static final Pattern DAY_AND_MONTH = Pattern.compile("[0-3]?[0-9][.][01]?[0-9]");
        private static final Set<String> CLOSING = Set.of("\"", "”", ")");

        private final List<Token> all;
        private final List<Sentence> sentences = new ArrayList<>();
        private List<Token> open = new ArrayList<>();
        private boolean opensLine = true;

        Cut(List<Token> all) {
            this.all = all;
        }

        List<Sentence> sentences() {
            for (int i = 0; i < all.size(); i++) {
                Token token = all.get(i);
                if (token.is("\n")) {
                    close("");
                    opensLine = true;
                } else {
                    open.add(token);
                    if (ends(i)) {
                        close(token.low());
                    }
                }
            }
            close("");
            return sentences;
        }

        private void close(String end) {
            if (open.stream().anyMatch(Token::word)) {
                sentences.add(new Sentence(List.copyOf(open), mark(end), opensLine));
                opensLine = false;
            }
            open = new ArrayList<>();
        }

        /// Of `?!` or `?"` the question counts.
        private String mark(String end) {
            for (Token token : open.reversed()) {
                if (token.word()) {
                    break;
                }
                if (token.is("?")) {
                    return token.quoted() ? "" : "?";
                }
            }
            return end;
        }

        private boolean ends(int i) {
            Token token = all.get(i);
            if (!isEndMark(token)) {
                return false;
            }
            Token next = i + 1 < all.size() ? all.get(i + 1) : null;
            boolean apart = next == null || next.start() > token.end() || next.is("\n");
            boolean quoteGoesOn =
                    CLOSING.contains(token.low()) && next != null && next.startsSmall();
            return apart && !quoteGoesOn && !(endsAbbreviation(i) && goesOn(next));
        }

        /// A mark that ends a sentence, or a closing quote or bracket right behind one.
        private boolean isEndMark(Token token) {
            if (token.is(".") || token.is("!") || token.is("?") || token.is("…")) {
                return true;
            }
            if (!token.is("\"") && !token.is("”") && !token.is(")") || open.size() < 2) {
                return false;
            }
            Token before = open.get(open.size() - 2);
            return before.is(".") || before.is("!") || before.is("?");
        }

        private boolean endsAbbreviation(int i) {
            if (i == 0 || !all.get(i).is(".")) {
                return false;
            }
            Token before = all.get(i - 1);
            return before.end() == all.get(i).start()
                    && (Lexicon.ENGLISH.words("abbreviations").contains(before.low())
                            || isShortened(before)
                            || isDate(before.low())
                            || before.text().length() == 1 && before.hasLetter());
        }

        /// `07.06.`, as much of Europe writes a day.
        private static boolean isDate(String word) {
            return DAY_AND_MONTH.matcher(word).matches();
        }

        /// `brkt`, `hndl`: no vowel, and no acronym.
        private static boolean isShortened(Token word) {
            return word.low().length() > 1
                    && !word.isShouted()
                    && word.low().chars().allMatch(one -> "aeiouy".indexOf(one) < 0)
                    && word.low().chars().allMatch(Character::isLetter);
        }

        /// Whether a sentence goes on behind an abbreviation: always behind a title or `approx.`,
        /// and behind `p.m.` unless a new one begins.
        private boolean goesOn(@Nullable Token next) {
            if (next == null) {
                return false;
            }
            Token abbreviated = open.get(open.size() - 2);
            if (abbreviated.hasDigit()) {
                return next.startsSmall() && isDate(abbreviated.low());
            }
            boolean mayEnd =
                    Lexicon.ENGLISH.words("ending abbreviations").contains(abbreviated.low())
                            || isShortened(abbreviated);
            return !mayEnd || !next.startsLarge();
        }
    }
}
