package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Many phrases, looked up by their first words: the time a text takes grows with its length, not
/// with how many there are.
final class Phrases {
    /// A phrase that stands in a run.
    ///
    /// @param from its first word
    /// @param to behind its last word
    record Match(Phrase phrase, Run run, int from, int to) {
        int start() {
            return run.word(from).start();
        }

        int end() {
            return run.word(to - 1).end();
        }
    }

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final List<Phrase> any = new ArrayList<>();

    Phrases(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            if (phrase.firstWords().isEmpty()) {
                any.add(phrase);
            }
            for (String word : phrase.firstWords()) {
                byFirst.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /// The first phrase that stands in the run.
    Optional<Match> first(Run run) {
        for (int at = 0; at < run.size(); at++) {
            Optional<Match> match = at(run, at);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    boolean in(Run run) {
        return first(run).isPresent();
    }

    /// The longest phrase that begins at that word.
    Optional<Match> at(Run run, int at) {
        Match best = null;
        for (Phrase phrase : byFirst.getOrDefault(run.word(at).low(), List.of())) {
            best = better(best, phrase, run, at);
        }
        for (Phrase phrase : any) {
            best = better(best, phrase, run, at);
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Match better(@Nullable Match best, Phrase phrase, Run run, int at) {
        int end = phrase.endAt(run, at);
        boolean longer = end > at && (best == null || end > best.to);
        return longer ? new Match(phrase, run, at, end) : best;
    }

    /// Every phrase in the run, from left to right, none inside another.
    List<Match> all(Run run) {
        List<Match> found = new ArrayList<>();
        int at = 0;
        while (at < run.size()) {
            Optional<Match> match = at(run, at);
            match.ifPresent(found::add);
            at = match.map(Match::to).orElse(at + 1);
        }
        return found;
    }
}
