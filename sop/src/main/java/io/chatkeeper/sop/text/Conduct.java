package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a text treats its reader, or the one it is about.
final class Conduct {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final int LONGEST_BARE_REPLY = 1;

    /// Words: no phrase of the lexicon that excuses another is longer.
    private static final int LONGEST_EXCUSE = 16;

    private final Passage passage;
    private final List<Flaw> flaws = new ArrayList<>();

    Conduct(Passage passage) {
        this.passage = passage;
    }

    /// What is wrong with the manners of a note.
    List<Flaw> ofNote() {
        for (Sentence sentence : passage.sentences()) {
            Run run = Run.of(sentence);
            add(TextCode.UNPROFESSIONAL, own(run, "unprofessional", "proper"));
            add(TextCode.UNPROFESSIONAL, own(run, "judging", "proper"));
        }
        return first();
    }

    /// What is wrong with the manners of a message.
    List<Flaw> ofMessage() {
        if (passage.words().size() == LONGEST_BARE_REPLY
                && passage.words().getFirst().hasLetter()) {
            flaws.add(Flaw.of(TextCode.ABRUPT, passage));
        }
        for (Sentence sentence : passage.sentences()) {
            Run run = Run.of(sentence);
            add(TextCode.UNPROFESSIONAL, matched(run, "unprofessional", "proper"));
            add(TextCode.BLAMING, matched(run, "blaming", "taking blame"));
            dismissal(sentence, run);
            if (!sentence.asks()) {
                promise(run);
            }
        }
        return first();
    }

    /// Where these words stand in a sentence that neither asks nor offers anything.
    Optional<Flaw> phrase(String words) {
        String plain =
                Tokenizer.tokens(words).stream()
                        .filter(Token::word)
                        .map(Token::low)
                        .collect(Collectors.joining(" "));
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        Phrases phrase = new Phrases(List.of(Phrase.read(plain, ENGLISH)));
        return passage.sentences().stream()
                .filter(sentence -> !sentence.asks())
                .map(Run::of)
                .filter(run -> !ENGLISH.phrases("offer").in(run))
                .flatMap(run -> matched(run, phrase, ENGLISH.phrases("needing")).stream())
                .findFirst()
                .map(match -> Flaw.of(TextCode.DISMISSIVE, match));
    }

    private void dismissal(Sentence sentence, Run run) {
        boolean offers = ENGLISH.phrases("offer").in(run);
        if (!offers) {
            add(TextCode.DISMISSIVE, matched(run, "dismissive", "needing"));
            if (!sentence.asks()) {
                add(TextCode.DISMISSIVE, matched(run, "ordering", "needing"));
            }
        }
    }

    private void promise(Run run) {
        add(TextCode.PROMISE, matched(run, "promise", "careful"));
        if (!ENGLISH.phrases("careful").in(run)) {
            add(TextCode.PROMISE, ENGLISH.phrases("outcome promise").first(run));
        }
    }

    private void add(TextCode code, Optional<Phrases.Match> match) {
        match.ifPresent(found -> flaws.add(Flaw.of(code, found)));
    }

    /// One flaw a code is enough.
    private List<Flaw> first() {
        List<Flaw> once = new ArrayList<>();
        for (Flaw flaw : flaws) {
            if (once.stream().noneMatch(other -> other.code() == flaw.code())) {
                once.add(flaw);
            }
        }
        return once;
    }

    /// The first phrase of the section that no phrase of the excusing one overlaps.
    private static Optional<Phrases.Match> matched(Run run, String section, String excusing) {
        return matched(run, ENGLISH.phrases(section), ENGLISH.phrases(excusing));
    }

    private static Optional<Phrases.Match> matched(Run run, Phrases phrases, Phrases excuses) {
        for (int at = 0; at < run.size(); at++) {
            Optional<Phrases.Match> match = phrases.at(run, at);
            if (match.isPresent() && !excused(run, match.get(), excuses)) {
                return match;
            }
        }
        return Optional.empty();
    }

    private static boolean excused(Run run, Phrases.Match match, Phrases excuses) {
        for (int at = Math.max(0, match.from() - LONGEST_EXCUSE); at < match.to(); at++) {
            if (excuses.at(run, at).filter(excuse -> excuse.to() > match.from()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The same, where the author says it: not where it is told what the customer said.
    private static Optional<Phrases.Match> own(Run run, String section, String excusing) {
        return matched(run, section, excusing).filter(match -> !isReported(run, match.from()));
    }

    private static boolean isReported(Run run, int before) {
        for (int at = 0; at < before; at++) {
            Optional<Phrases.Match> report = ENGLISH.phrases("reporting").at(run, at);
            if (report.isPresent() && report.get().to() <= before + 1) {
                return true;
            }
        }
        return false;
    }
}
