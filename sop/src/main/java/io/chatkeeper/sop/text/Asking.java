package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a request to a lead must hold: a client id, a reason, a question (R82, R83, R102).
final class Asking {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST_ID = 40;
    private static final int SHORTEST_ID = 3;

    /// Words between whoever asks and the asking.
    private static final int LONGEST_SUBJECT = 6;

    private Asking() {}

    static List<Flaw> flaws(Passage passage) {
        List<Flaw> flaws = new ArrayList<>();
        if (!asks(passage)) {
            flaws.add(Flaw.of(TextCode.NO_QUESTION, passage));
        }
        if (!hasClientId(passage)) {
            flaws.add(Flaw.of(TextCode.MISSING_CLIENT_ID, passage));
        }
        if (isEmpty(passage.words())) {
            flaws.add(Flaw.of(TextCode.MISSING_DETAIL, passage));
        }
        return flaws;
    }

    /// A question of the author's own, with or without its mark.
    static boolean asks(Passage passage) {
        return passage.hasQuestionMark()
                || passage.sentences().stream().anyMatch(sentence -> asks(Run.of(sentence)));
    }

    private static boolean asks(Run run) {
        return ENGLISH.phrases("question").all(run).stream()
                .anyMatch(match -> !isReported(run, match.from()));
    }

    /// "Client wonders why": it is the client who asks, and nobody asks the lead.
    private static boolean isReported(Run run, int at) {
        if (!ENGLISH.words("reported questions").contains(run.word(at).low())) {
            return false;
        }
        int from = Math.max(0, at - LONGEST_SUBJECT);
        for (int before = at - 1; before >= from && !run.opensClause(before + 1); before--) {
            String word = run.word(before).low();
            if (ENGLISH.words("customer").contains(word)
                    || ENGLISH.words("pronoun").contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the words say nothing of the matter.
    static boolean isEmpty(List<Token> words) {
        return words.stream()
                        .filter(word -> word.hasLetter() && !word.hasDigit())
                        .map(Token::low)
                        .filter(word -> !ENGLISH.words("function").contains(word))
                        .filter(word -> !ENGLISH.words("empty request").contains(word))
                        .distinct()
                        .count()
                < FEWEST_WORDS;
    }

    private static boolean hasClientId(Passage passage) {
        return passage.sentences().stream().anyMatch(sentence -> hasClientId(sentence.tokens()));
    }

    private static boolean hasClientId(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            String low = tokens.get(at).low();
            boolean ownsId = ENGLISH.words("id owners").contains(low);
            if (ENGLISH.words("id words").contains(low) && idFollows(tokens, at + 1)
                    || ownsId && idFollows(tokens, at + 1)
                    || low.equals("id") && idFollows(tokens, at + 1)) {
                return true;
            }
            if (isGlued(low)) {
                return true;
            }
        }
        return false;
    }

    /// `CID448120`, `cid#448120` in one.
    private static boolean isGlued(String word) {
        return ENGLISH.words("id words").stream()
                .anyMatch(id ->
                        word.startsWith(id)
                                && word.length() > id.length()
                                && word.length() < LONGEST_ID
                                && word.substring(id.length())
                                        .chars()
                                        .anyMatch(Character::isDigit));
    }

    /// A number, behind words and marks that may stand between.
    private static boolean idFollows(List<Token> tokens, int from) {
        Set<String> between = ENGLISH.words("id names");
        for (int at = from; at < Math.min(tokens.size(), from + 5); at++) {
            Token token = tokens.get(at);
            boolean passes =
                    between.contains(token.low())
                            || isSeries(token)
                            || Set.of(":", "#", "-", ".", "=", "is", "(", "–", "\n")
                                    .contains(token.low());
            if (!passes) {
                return token.word()
                        && token.hasDigit()
                        && lengthOfNumber(tokens, at) >= SHORTEST_ID
                        && !isNamedOtherwise(tokens, from - 1);
            }
        }
        return false;
    }

    /// The letters before a number: `WU 20913`.
    private static boolean isSeries(Token token) {
        return token.word() && token.isShouted() && token.text().length() < SHORTEST_ID;
    }

    /// How long it is, with the groups of digits behind it: `33 1208`.
    private static int lengthOfNumber(List<Token> tokens, int from) {
        int length = tokens.get(from).text().length();
        for (int at = from + 1; at < Math.min(tokens.size(), from + 5); at++) {
            if (!tokens.get(at).text().chars().allMatch(Character::isDigit)) {
                break;
            }
            length += tokens.get(at).text().length();
        }
        return length;
    }

    /// `invoice id 88213` is no client's.
    private static boolean isNamedOtherwise(List<Token> tokens, int at) {
        return tokens.get(at).is("id")
                && at > 0
                && ENGLISH.words("other numbers").contains(tokens.get(at - 1).low());
    }
}
