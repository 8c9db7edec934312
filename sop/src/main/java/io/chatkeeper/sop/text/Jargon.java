package io.chatkeeper.sop.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Terms that a customer does not know and that nobody explains.
final class Jargon {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    /// Behind these a word in capitals is to be typed, not understood.
    private static final Set<String> TO_TYPE =
            Set.of(
                    "reply",
                    "text",
                    "type",
                    "press",
                    "enter",
                    "say",
                    "send",
                    "code",
                    "select",
                    "choose",
                    "click",
                    "tap",
                    "button",
                    "word",
                    "key",
                    "quote",
                    "quoting",
                    "reference",
                    "voucher",
                    "coupon",
                    "option",
                    "or",
                    "called",
                    "named",
                    "hit",
                    "marked",
                    "labelled",
                    "labeled",
                    "brand",
                    "flight",
                    "with");

    /// Words and marks within which a second thing is pressed: tap "My booking", then EDIT.
    private static final int NEAR_COMMAND = 8;

    private static final Set<String> COMMANDS =
            Set.of("tap", "click", "press", "choose", "select", "swipe", "menu", "button", "tab");

    private static final Set<String> ARTICLES =
            Set.of(
                    "a", "an", "the", "your", "our", "short", "just", "simply", "what", "where",
                    "how");

    private static final Set<String> POINTING = Set.of("that", "this", "it", "which");
    private static final Set<String> EXPLAINED = Set.of("that's", "thats", "it's", "this's");

    private static final Set<String> MARKS = Set.of("(", "-", "–", "—");

    /// Words that may stand between a term and the mark behind which it is explained.
    private static final int NEAR_TERM = 4;

    private static final Set<String> KEYS =
            Set.of("ctrl", "alt", "esc", "del", "shift", "tab", "caps", "fn", "cmd", "end", "home");

    private final Set<String> terms;

    /// @param terms further words that a site's customers don't know, in small letters
    Jargon(Set<String> terms) {
        this.terms = terms;
    }

    Optional<Flaw> in(Passage passage) {
        List<Sentence> sentences = passage.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            boolean explained = i + 1 < sentences.size() && explains(sentences.get(i + 1));
            Optional<Flaw> found = explained ? Optional.empty() : in(sentences.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// "That's the sheet which the desk printed": it says what the sentence before it named.
    private static boolean explains(Sentence next) {
        List<String> words =
                next.words().stream().limit(3).map(Token::low).map(Jargon::straight).toList();
        int is = words.indexOf("is");
        return words.size() == 3
                && (EXPLAINED.contains(words.getFirst()) && ARTICLES.contains(words.get(1))
                        || is == 1
                                && POINTING.contains(words.getFirst())
                                && ARTICLES.contains(words.get(2)));
    }

    private static String straight(String word) {
        return word.replace('’', '\'');
    }

    private Optional<Flaw> in(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        boolean loud =
                tokens.stream()
                        .filter(Token::word)
                        .filter(Token::hasLetter)
                        .allMatch(Token::isShouted);
        for (int at = 0; at < tokens.size() && !loud; at++) {
            if (isStrange(tokens, at) && !isExplained(tokens, at)) {
                return Optional.of(
                        new Flaw(TextCode.JARGON, tokens.get(at).start(), tokens.get(at).end()));
            }
        }
        Run run = Run.of(sentence);
        return ENGLISH.phrases("jargon")
                .first(run)
                .filter(match ->
                        !ENGLISH.phrases("explaining")
                                        .at(run, Math.min(match.to(), run.size() - 1))
                                        .isPresent()
                                || match.to() >= run.size())
                .map(match -> Flaw.of(TextCode.JARGON, match));
    }

    private boolean isStrange(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (!token.word() || token.quoted()) {
            return false;
        }
        return terms.contains(token.low()) || isAcronym(token) && !isToType(tokens, at);
    }

    private static boolean isAcronym(Token token) {
        String text = token.text();
        String bare =
                text.endsWith("s") && text.length() > SHORTEST
                        ? text.substring(0, text.length() - 1)
                        : text;
        String low = bare.toLowerCase(java.util.Locale.ROOT);
        return bare.length() >= SHORTEST
                && bare.length() <= LONGEST
                && bare.chars().allMatch(Character::isUpperCase)
                && !ENGLISH.words("everyday acronyms").contains(low)
                && !ENGLISH.words("everyday acronyms").contains(token.low())
                && !KEYS.contains(low);
    }

    private static boolean isToType(List<Token> tokens, int at) {
        for (int before = at - 1; before >= Math.max(0, at - 2); before--) {
            if (TO_TYPE.contains(tokens.get(before).low())) {
                return true;
            }
        }
        for (int before = at - 1; before >= Math.max(0, at - NEAR_COMMAND); before--) {
            if (COMMANDS.contains(tokens.get(before).low())) {
                return true;
            }
        }
        return false;
    }

    /// `a CAS - a number that`, `the MX record for you (the entry that`.
    private static boolean isExplainedSoon(List<Token> tokens, int at) {
        for (int mark = at + 1; mark < Math.min(tokens.size() - 1, at + 1 + NEAR_TERM); mark++) {
            if (MARKS.contains(tokens.get(mark).low())) {
                return ARTICLES.contains(tokens.get(mark + 1).low());
            }
        }
        return false;
    }

    /// `MAF (a short signed form)`, `Mechanic Affidavit (MAF)`, `the MAF, which is …`.
    private static boolean isExplained(List<Token> tokens, int at) {
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
        Token before = at > 0 ? tokens.get(at - 1) : null;
        if (before != null && before.is("(") && at > 1) {
            return true;
        }
        if (next != null && (next.is("(") || next.is("–") || next.is("—"))) {
            return true;
        }
        if (isExplainedSoon(tokens, at)) {
            return true;
        }
        boolean comma = next != null && next.is(",");
        int from = comma ? at + 2 : at + 1;
        Set<String> first =
                comma
                        ? Set.of(
                                "which", "that", "a", "an", "the", "our", "your", "meaning", "i.e",
                                "or", "short", "in")
                        : Set.of("which", "means", "stands", "is");
        return from < tokens.size()
                && first.contains(tokens.get(from).low())
                && (comma
                        || !tokens.get(from).is("is")
                        || from + 1 < tokens.size()
                                && Set.of(
                                                "a", "an", "the", "our", "your", "short", "just",
                                                "simply")
                                        .contains(tokens.get(from + 1).low()));
    }
}
