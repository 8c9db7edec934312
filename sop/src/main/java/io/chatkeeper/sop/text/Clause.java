package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A statement of a note, and whose part of the story it tells.
///
/// @param from its first word in the run
/// @param to behind its last word
record Clause(Run run, int from, int to, Kind kind) {
    private static final Set<String> BEFORE_TIMES =
            Set.of("until", "till", "by", "since", "before");
    private static final Set<String> DOING = Set.of("do", "does", "did", "done", "doing");

    /// What a clause does in a note.
    enum Kind {
        /// Speaks of the customer: wishes, trouble, feelings, what they have done.
        CUSTOMER,
        /// Says what was done about it.
        ACT,
        /// Says what comes, or how it ended.
        OUTCOME,
        /// Tells something else, often the trouble itself.
        OTHER
    }

    /// How a clause is tied to the one before.
    enum Tie {
        NONE,
        COMMA,
        AND
    }

    /// The stretches of a sentence, before anybody knows what they tell.
    record Stretch(Run run, int from, int to, Tie tie) {
        Clause as(Kind kind) {
            return new Clause(run, from, to, kind);
        }
    }

    static List<Stretch> stretches(Run run) {
        List<Stretch> found = new ArrayList<>();
        int from = 0;
        Tie tie = Tie.NONE;
        for (int at = 1; at < run.size(); at++) {
            Tie next = tieAt(run, at);
            if (next != null) {
                found.add(new Stretch(run, from, at, tie));
                from = at;
                tie = next;
            }
        }
        if (run.size() > 0) {
            found.add(new Stretch(run, from, run.size(), tie));
        }
        return found;
    }

    private static @Nullable Tie tieAt(Run run, int at) {
        return switch (run.parting(at)) {
            case STRONG -> Tie.NONE;
            case WEAK -> binds(run, at) ? Tie.AND : Tie.COMMA;
            case NOTHING -> binds(run, at) ? Tie.AND : null;
        };
    }

    /// `until then`, `did so` and `so far` bind nothing.
    private static boolean binds(Run run, int at) {
        String word = run.word(at).low();
        String before = run.word(at - 1).low();
        boolean manner =
                word.equals("so")
                        && (DOING.contains(before)
                                || at + 1 < run.size() && run.word(at + 1).is("far"));
        return Lexicon.ENGLISH.words("binders").contains(word)
                && !BEFORE_TIMES.contains(before)
                && !manner;
    }

    List<Token> words() {
        return run.words().subList(from, to);
    }

    /// Whether it says that something is not so.
    boolean isDenied() {
        return words().stream().anyMatch(Clause::isDenial);
    }

    /// `not`, `never`, `couldn't`.
    static boolean isDenial(Token word) {
        return Lexicon.ENGLISH.words("denials").contains(word.low()) || word.low().endsWith("n't");
    }

    /// Whether it says that something is open.
    boolean leavesOpen() {
        return holds(Lexicon.ENGLISH.phrases("open")) && !holds(Lexicon.ENGLISH.phrases("settled"));
    }

    /// Whether a phrase stands in it.
    boolean holds(Phrases phrases) {
        for (int at = from; at < to; at++) {
            if (phrases.at(run, at).filter(match -> match.to() <= to).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
