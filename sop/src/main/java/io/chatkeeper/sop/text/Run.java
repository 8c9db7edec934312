package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a sentence in a row, with the places where marks part them. What is quoted is left
/// out: it is not the author who says it.
final class Run {
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "but", "so", "then", "or", "also");

    private static final Set<String> STRONG = Set.of(";", ":", "-", "–", "—", ">", "|", "•");
    private static final Set<String> BINDING = Set.of("'", "#", "$", "£", "€", "%");

    private final List<Token> words = new ArrayList<>();
    private final List<Parting> parting = new ArrayList<>();

    /// What stands between a word and the one before.
    enum Parting {
        NOTHING,
        /// A comma, a bracket, a quotation.
        WEAK,
        /// A semicolon, a colon, a dash.
        STRONG
    }

    private Run() {}

    /// The author's own words of a sentence.
    static Run of(Sentence sentence) {
        Run run = new Run();
        Parting mark = Parting.NOTHING;
        for (Token token : sentence.tokens()) {
            if (token.word() && !token.quoted()) {
                run.words.add(token);
                run.parting.add(mark);
                mark = Parting.NOTHING;
            } else if (STRONG.contains(token.low())) {
                mark = Parting.STRONG;
            } else if (!BINDING.contains(token.low()) && mark == Parting.NOTHING) {
                mark = Parting.WEAK;
            }
        }
        return run;
    }

    int size() {
        return words.size();
    }

    Token word(int at) {
        return words.get(at);
    }

    List<Token> words() {
        return words;
    }

    /// What stands before that word.
    Parting parting(int at) {
        return parting.get(at);
    }

    private boolean isParted(int at) {
        return parting.get(at) != Parting.NOTHING;
    }

    /// Whether a phrase that began at `from` may take the word at `at`.
    boolean holds(int from, int at) {
        return at < words.size() && (at == from || !isParted(at));
    }

    /// Whether a phrase that began at `from` may leave out words up to `at`.
    boolean reaches(int from, int at) {
        return at == words.size() || holds(from, at);
    }

    /// Whether a clause begins there: first, behind a mark, or behind `and`.
    boolean opensClause(int at) {
        return at == 0 || isParted(at) || CONJUNCTIONS.contains(words.get(at - 1).low());
    }
}
