package io.chatkeeper.sop.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a text once and says what is wrong with it, as a thoughtful reviewer would. Time grows
/// with the length of the text and with nothing else; callers bound it.
public final class TextReading {
    private static final int FEW_WORDS = 4;

    private final Passage passage;

    /// @param text what somebody has written; it may hold any characters
    public TextReading(String text) {
        this.passage = Passage.of(text);
    }

    /// How many words there are.
    public int words() {
        return passage.words().size();
    }

    /// Whether the note is no more than a word, or a few that tell nothing; nothing if it is more.
    public List<Flaw> tooLittle() {
        int words = words();
        if (words == 0) {
            return List.of(Flaw.of(TextCode.EMPTY, passage));
        }
        if (words == 1) {
            return List.of(Flaw.of(TextCode.ONE_WORD, passage));
        }
        Story story = new Story(passage);
        boolean few = words <= FEW_WORDS && !(story.tellsConcern() && story.tellsAction());
        return few ? List.of(Flaw.of(TextCode.TOO_SHORT, passage)) : List.of();
    }

    /// What a note leaves out.
    ///
    /// @param transferred whether the chat was handed over, so that others act
    public List<Flaw> missing(boolean transferred) {
        List<Flaw> flaws = new ArrayList<>();
        Story story = new Story(passage);
        if (story.tellsOnlyAction()) {
            flaws.add(Flaw.of(TextCode.MISSING_CONCERN, passage));
        }
        if (!transferred && story.tellsOnlyConcern()) {
            flaws.add(Flaw.of(TextCode.MISSING_ACTION, passage));
        }
        if (story.leavesOpenEnd()) {
            flaws.add(Flaw.of(TextCode.MISSING_FOLLOW_UP, passage));
        }
        return flaws;
    }

    /// Whether the note itself says that something is open, and nothing of what comes next.
    public boolean leavesOpenEnd() {
        return new Story(passage).leavesOpenEnd();
    }

    /// What a note says will be done for the customer, and by when.
    ///
    /// @param now on the wall of the desk
    /// @param dayEnds when a day's work ends there
    /// @param monthFirst whether 5/12 is the twelfth of May there
    public List<Promise> promises(
            LocalDateTime now, Function<LocalDate, LocalTime> dayEnds, boolean monthFirst) {
        List<Promise> promises = new ArrayList<>();
        for (Sentence sentence : passage.sentences()) {
            Run run = Run.of(sentence);
            if (Lexicon.ENGLISH.phrases("promised follow-up").in(run)) {
                new DueTimes(run, now, dayEnds, monthFirst)
                        .first()
                        .map(due -> new Promise(due, sentence.start(), sentence.finish()))
                        .ifPresent(promises::add);
            }
        }
        return List.copyOf(promises);
    }

    /// What is wrong with how a note is written.
    public List<Flaw> noteStyle() {
        List<Flaw> flaws = new ArrayList<>(new Conduct(passage).ofNote());
        Chatter.in(passage).ifPresent(flaws::add);
        Casing.shouting(passage, false).ifPresent(flaws::add);
        Casing.capitalization(passage).ifPresent(flaws::add);
        return flaws;
    }

    /// What is wrong with a message to a customer.
    ///
    /// @param jargon further terms that customers don't know, in small letters
    public List<Flaw> message(Set<String> jargon) {
        List<Flaw> flaws = new ArrayList<>(new Conduct(passage).ofMessage());
        Casing.shouting(passage, false).ifPresent(flaws::add);
        new Jargon(jargon).in(passage).ifPresent(flaws::add);
        return flaws;
    }

    /// Where words that an SOP warns of stand, if they are no question, offer or denial.
    ///
    /// @param words as the SOP writes them; marks don't count
    public Optional<Flaw> phrase(String words) {
        return new Conduct(passage).phrase(words);
    }

    /// What is wrong with a first message to a customer of that name.
    public List<Flaw> greeting(String name) {
        return Naming.names(passage, name)
                ? List.of()
                : List.of(Flaw.of(TextCode.NO_GREETING_NAME, passage));
    }

    /// What is wrong with the tone of a line to a colleague.
    public List<Flaw> colleague() {
        List<Flaw> flaws = new ArrayList<>(new Conduct(passage).ofMessage());
        flaws.removeIf(flaw -> flaw.code() == TextCode.PROMISE);
        Casing.shouting(passage, true).ifPresent(flaws::add);
        return flaws;
    }

    /// What a request to a lead lacks.
    public List<Flaw> request() {
        return Asking.flaws(passage);
    }

    /// What a filled-in form lacks.
    ///
    /// @param labels all labels of the form, in capitals
    /// @param required those that need a value
    public List<Flaw> form(Set<String> labels, Set<String> required) {
        return Form.flaws(passage, labels, required);
    }
}
