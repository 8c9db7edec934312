package io.chatkeeper.sop.text;

import io.chatkeeper.sop.text.Clause.Kind;
import io.chatkeeper.sop.text.Clause.Stretch;
import java.util.ArrayList;
import java.util.List;

/// What a note tells: what the customer wanted, what was done, what is left. When in doubt it tells
/// it: a good note that is refused costs more trust than a poor one that gets through.
final class Story {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;

    /// Letters up to which `-ed` and `-ing` belong to the word itself: need, king.
    private static final int SHORT_STEM = 5;

    private final List<Clause> clauses = new ArrayList<>();
    private final Passage passage;
    private boolean toldOfCustomer;
    private boolean toldOfTrouble;

    Story(Passage passage) {
        this.passage = passage;
        for (Sentence sentence : passage.sentences()) {
            Clause before = null;
            for (Stretch stretch : Clause.stretches(Run.of(sentence))) {
                Kind kind = new Teller(stretch, before).kind(toldOfCustomer, toldOfTrouble);
                before = stretch.as(kind);
                clauses.add(before);
                toldOfCustomer |= before.kind() == Kind.CUSTOMER;
                toldOfTrouble |= toldOfCustomer || namesConcern(before);
            }
        }
    }

    boolean tellsConcern() {
        return clauses.stream().anyMatch(Story::tellsOfMatter);
    }

    /// "He was happy with that" tells nothing of what was wanted, and "as requested" neither.
    private static boolean tellsOfMatter(Clause clause) {
        return (clause.kind() == Kind.CUSTOMER || namesConcern(clause))
                && !clause.words().stream().allMatch(word -> isGeneric(word) && !isMatter(word));
    }

    boolean tellsAction() {
        return clauses.stream().anyMatch(Story::tellsOfAction);
    }

    /// All of it is about what was done, and nothing says what it was about.
    boolean tellsOnlyAction() {
        return !clauses.isEmpty()
                && !tellsConcern()
                && (passage.words().stream().allMatch(Story::isGeneric)
                        || clauses.stream().allMatch(Story::isOurDoing)
                                && passage.words().stream().noneMatch(Story::isMatter));
    }

    /// Begins with what was done, so that it is the author who did it, or tells of nothing at all.
    private static boolean isOurDoing(Clause clause) {
        return clause.words().stream().allMatch(Story::isGeneric)
                || clause.kind() != Kind.CUSTOMER && isDeed(clause.words().getFirst())
                || clause.kind() != Kind.CUSTOMER
                        && clause.words().stream()
                                .filter(word -> !ENGLISH.words("leading").contains(word.low()))
                                .findFirst()
                                .filter(Story::isDeed)
                                .isPresent();
    }

    private static boolean isDeed(Token word) {
        String low = word.low();
        return ENGLISH.words("acts").contains(low)
                || ENGLISH.words("own starts").contains(low)
                || low.length() > SHORT_STEM && (low.endsWith("ed") || low.endsWith("ing"));
    }

    private static boolean isMatter(Token word) {
        return ENGLISH.words("matters").contains(word.low());
    }

    /// Nothing has been done and nothing will be.
    boolean tellsOnlyConcern() {
        return !clauses.isEmpty() && tellsConcern() && !tellsAction();
    }

    /// Something is open, and neither who nor what nor when comes next.
    boolean leavesOpenEnd() {
        List<Clause> own = clauses.stream().filter(one -> one.kind() != Kind.CUSTOMER).toList();
        return own.stream().anyMatch(Clause::leavesOpen)
                && clauses.stream().noneMatch(Story::takesOn);
    }

    /// Whether somebody takes it on: we, or the customer, who then does not merely wish for it. Who
    /// was merely asked or had a look takes nothing on.
    private static boolean takesOn(Clause clause) {
        boolean step =
                clause.kind() == Kind.CUSTOMER
                        ? clause.holds(ENGLISH.phrases("customer's step"))
                        : tellsWhatComes(clause);
        return step
                && !clause.holds(ENGLISH.phrases("wish"))
                && !clause.holds(ENGLISH.phrases("tried"));
    }

    /// "Recheck on Monday" is to come; "dropped off on Monday" is over, and so is a "no-show on
    /// Monday".
    private static boolean tellsWhatComes(Clause clause) {
        return clause.holds(ENGLISH.phrases("next"))
                || clause.holds(ENGLISH.phrases("day"))
                        && !clause.holds(ENGLISH.phrases("mishap"))
                        && clause.words().stream().noneMatch(Story::isPast);
    }

    private static boolean isPast(Token word) {
        String low = word.low();
        return ENGLISH.words("past").contains(low)
                || low.length() > SHORT_STEM
                        && low.endsWith("ed")
                        && !ENGLISH.words("planned").contains(low);
    }

    private static boolean namesConcern(Clause clause) {
        return clause.holds(ENGLISH.phrases("concern"));
    }

    private static boolean tellsOfAction(Clause clause) {
        return switch (clause.kind()) {
            case ACT, OUTCOME -> true;
            case CUSTOMER -> false;
            case OTHER ->
                    !clause.isDenied()
                            && tellsWhatComes(clause)
                            && !clause.holds(ENGLISH.phrases("demand"));
        };
    }

    private static boolean isGeneric(Token word) {
        return word.hasDigit()
                || ENGLISH.words("generic").contains(word.low())
                || ENGLISH.words("acts").contains(word.low())
                || ENGLISH.words("handed out").contains(word.low())
                || ENGLISH.words("function").contains(word.low())
                || ENGLISH.words("colleague").contains(word.low())
                || ENGLISH.words("days").contains(word.low());
    }
}
