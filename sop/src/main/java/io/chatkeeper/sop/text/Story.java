package io.chatkeeper.sop.text;

import io.chatkeeper.sop.text.Clause.Kind;
import io.chatkeeper.sop.text.Clause.Stretch;
import io.chatkeeper.sop.text.Clause.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a note tells: what the customer wanted, what was done, what is left. When in doubt it tells
/// it: a good note that is refused costs more trust than a poor one that gets through.
final class Story {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final Set<String> NEGATIONS =
            Set.of("not", "never", "no", "nobody", "none", "nothing", "without", "cannot");
    private static final Set<String> LEADING =
            Set.of(
                    "and",
                    "but",
                    "so",
                    "then",
                    "also",
                    "again",
                    "just",
                    "already",
                    "today",
                    "we",
                    "i",
                    "has",
                    "have",
                    "had",
                    "been",
                    "was",
                    "were",
                    "i've",
                    "we've",
                    "later",
                    "now",
                    "plus",
                    "successfully",
                    "quickly",
                    "kindly",
                    "agent",
                    "csr",
                    "who",
                    "both",
                    "all",
                    "is",
                    "are",
                    "finally",
                    "immediately",
                    "next",
                    "first");
    private static final Set<String> GOING_ON =
            Set.of(
                    "that",
                    "which",
                    "who",
                    "because",
                    "since",
                    "after",
                    "when",
                    "although",
                    "though",
                    "while",
                    "as",
                    "even",
                    "it",
                    "it's",
                    "his",
                    "her",
                    "their",
                    "its",
                    "nobody",
                    "nothing",
                    "still",
                    "now",
                    "this",
                    "despite",
                    "where",
                    "until",
                    "if",
                    "whether",
                    "how",
                    "why",
                    "what",
                    "there",
                    "these",
                    "those");
    private static final Set<String> PASSIVE_NO = Set.of("by", "to", "of", "the", "a", "an");

    private static final int LONGEST_SUBJECT = 4;

    private final List<Clause> clauses = new ArrayList<>();
    private final Passage passage;
    private boolean toldOfCustomer;

    Story(Passage passage) {
        this.passage = passage;
        for (Sentence sentence : passage.sentences()) {
            Clause before = null;
            for (Stretch stretch : Clause.stretches(Run.of(sentence))) {
                before =
                        new Clause(
                                stretch.run(), stretch.from(), stretch.to(), kind(stretch, before));
                clauses.add(before);
                toldOfCustomer |= before.kind() == Kind.CUSTOMER;
            }
        }
    }

    boolean tellsConcern() {
        return toldOfCustomer || clauses.stream().anyMatch(Story::namesConcern);
    }

    boolean tellsAction() {
        return clauses.stream().anyMatch(Story::tellsOfAction);
    }

    /// Every word is about what was done, and none says what it was about.
    boolean tellsOnlyAction() {
        return !clauses.isEmpty()
                && !tellsConcern()
                && passage.words().stream().allMatch(Story::isGeneric);
    }

    /// Nothing has been done and nothing will be.
    boolean tellsOnlyConcern() {
        return !clauses.isEmpty() && tellsConcern() && !tellsAction();
    }

    /// Something is open, and neither who nor what nor when comes next.
    boolean leavesOpenEnd() {
        List<Clause> own = clauses.stream().filter(one -> one.kind() != Kind.CUSTOMER).toList();
        return own.stream().anyMatch(Story::isOpen) && own.stream().noneMatch(Story::namesNext);
    }

    private static boolean namesConcern(Clause clause) {
        return clause.holds(ENGLISH.phrases("concern"));
    }

    private static boolean tellsOfAction(Clause clause) {
        return switch (clause.kind()) {
            case ACT, OUTCOME -> true;
            case CUSTOMER -> false;
            case OTHER -> !isDenied(clause) && clause.holds(ENGLISH.phrases("next"));
        };
    }

    private static boolean isOpen(Clause clause) {
        return clause.holds(ENGLISH.phrases("open")) && !clause.holds(ENGLISH.phrases("settled"));
    }

    private static boolean namesNext(Clause clause) {
        return clause.holds(ENGLISH.phrases("next"));
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

    private Kind kind(Stretch stretch, @Nullable Clause before) {
        Run run = stretch.run();
        int head = head(run, stretch.from(), stretch.to());
        boolean told = toldOfCustomer;
        if (startsWithCustomer(run, stretch.from(), stretch.to())) {
            return advised(run, stretch) ? Kind.ACT : Kind.CUSTOMER;
        }
        if (!told && startsWithAsking(run, stretch, head)) {
            return Kind.CUSTOMER;
        }
        if (before != null && before.kind() == Kind.CUSTOMER && goesOn(stretch, head)) {
            return Kind.CUSTOMER;
        }
        return ownKind(stretch, head);
    }

    private static Kind ownKind(Stretch stretch, int head) {
        Run run = stretch.run();
        Clause clause = new Clause(run, stretch.from(), stretch.to(), Kind.OTHER);
        boolean denied = isDenied(clause);
        if (head < stretch.to() && isAct(run.word(head))) {
            return Kind.ACT;
        }
        if (ENGLISH.phrases("coming").at(run, head).isPresent()
                || ENGLISH.phrases("coming").at(run, stretch.from()).isPresent()) {
            return Kind.ACT;
        }
        if (!denied && hasPassiveAct(clause, head)) {
            return Kind.ACT;
        }
        return clause.holds(ENGLISH.phrases("outcome")) && !isOpen(clause)
                ? Kind.OUTCOME
                : Kind.OTHER;
    }

    /// A thing to which something was done: "reset link sent", "fee waived".
    private static boolean hasPassiveAct(Clause clause, int head) {
        for (int at = Math.max(head + 1, clause.from() + 1); at < clause.to(); at++) {
            if (isAct(clause.run().word(at))
                    && !PASSIVE_NO.contains(clause.run().word(at - 1).low())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAct(Token word) {
        return ENGLISH.words("acts").contains(word.low());
    }

    private static boolean isDenied(Clause clause) {
        return clause.words().stream()
                .anyMatch(word -> NEGATIONS.contains(word.low()) || word.low().endsWith("n't"));
    }

    /// Where the clause gets to its matter.
    private static int head(Run run, int from, int to) {
        int head = from;
        while (head < to - 1 && LEADING.contains(run.word(head).low())) {
            head++;
        }
        return head;
    }

    private static boolean startsWithCustomer(Run run, int from, int to) {
        int head = from;
        while (head < to - 1
                && Set.of("and", "but", "so", "then", "also").contains(run.word(head).low())) {
            head++;
        }
        return ENGLISH.phrases("customer").at(run, head).isPresent();
    }

    /// "Customer advised application approved": it is the customer who was told.
    private static boolean advised(Run run, Stretch stretch) {
        int last = Math.min(stretch.to(), stretch.from() + LONGEST_SUBJECT);
        for (int at = stretch.from() + 1; at < last; at++) {
            String verb = run.word(at).low();
            boolean told = ENGLISH.words("telling").contains(verb);
            if (told || ENGLISH.words("reached").contains(verb)) {
                String behind = at + 1 < stretch.to() ? run.word(at + 1).low() : "";
                return !ENGLISH.words(told ? "behind telling" : "behind reached").contains(behind);
            }
        }
        return false;
    }

    private static boolean startsWithAsking(Run run, Stretch stretch, int head) {
        return ENGLISH.phrases("asking").at(run, head).isPresent()
                || ENGLISH.phrases("asking").at(run, stretch.from()).isPresent();
    }

    /// Whether a clause behind one about the customer is still about the customer.
    private static boolean goesOn(Stretch stretch, int head) {
        Run run = stretch.run();
        if (stretch.tie() == Tie.NONE) {
            return false;
        }
        Token first = run.word(Math.min(head, stretch.to() - 1));
        if (GOING_ON.contains(first.low()) || ENGLISH.words("asking verbs").contains(first.low())) {
            return !holdsComing(stretch);
        }
        boolean agentsAct = ENGLISH.words("agents' acts").contains(first.low());
        boolean act = isAct(first);
        if (stretch.tie() == Tie.AND) {
            return !agentsAct && !tellsEnd(stretch, head);
        }
        return !act && !tellsEnd(stretch, head);
    }

    private static boolean holdsComing(Stretch stretch) {
        Clause clause = new Clause(stretch.run(), stretch.from(), stretch.to(), Kind.OTHER);
        return clause.words().stream()
                .anyMatch(word ->
                        Set.of("will", "'ll", "he'll", "she'll", "they'll", "resolved", "fixed")
                                .contains(word.low()));
    }

    /// Whether it can only be ours: a passive act of ours, a next step, an end.
    private static boolean tellsEnd(Stretch stretch, int head) {
        Clause clause = new Clause(stretch.run(), stretch.from(), stretch.to(), Kind.OTHER);
        if (isDenied(clause) && !clause.holds(ENGLISH.phrases("outcome"))) {
            return false;
        }
        boolean passive =
                clause.words().stream()
                        .anyMatch(word -> ENGLISH.words("agents' acts").contains(word.low()));
        boolean own = stretch.tie() == Tie.COMMA && hasPassiveAct(clause, head);
        return passive
                || own
                || clause.holds(ENGLISH.phrases("outcome"))
                || clause.holds(ENGLISH.phrases("coming"));
    }
}
