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

    private static final Set<String> KEYS =
            Set.of("ctrl", "alt", "esc", "del", "shift", "tab", "caps", "fn", "cmd", "end", "home");

    private final Set<String> terms;

    /// @param terms further words that a site's customers don't know, in small letters
    Jargon(Set<String> terms) {
        this.terms = terms;
    }

    Optional<Flaw> in(Passage passage) {
        for (Sentence sentence : passage.sentences()) {
            Optional<Flaw> found = in(sentence);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
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
