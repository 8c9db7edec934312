package io.chatkeeper.sop.text;

import io.chatkeeper.sop.text.Clause.Kind;
import io.chatkeeper.sop.text.Clause.Stretch;
import io.chatkeeper.sop.text.Clause.Tie;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out whose part of the story a clause tells.
///
/// @param before the clause before it in its sentence
record Teller(Stretch stretch, @Nullable Clause before) {
    private static final Lexicon ENGLISH = Lexicon.ENGLISH;

    /// Words within which a clause has come from its subject to its verb.
    private static final int LONGEST_SUBJECT = 4;

    /// Letters up to which `-ed` belongs to the word itself: need, shed.
    private static final int SHORT_STEM = 4;

    /// @param told whether the note has spoken of the customer before: a second "asked" is ours
    /// @param trouble whether it has told what the chat is about: what comes then is what was done
    Kind kind(boolean told, boolean trouble) {
        if (startsWithCustomer()) {
            return advised() ? Kind.ACT : Kind.CUSTOMER;
        }
        if (!told && (begins("asking", head()) || begins("asking", stretch.from()))) {
            return Kind.CUSTOMER;
        }
        return before != null && before.kind() == Kind.CUSTOMER && goesOn()
                ? Kind.CUSTOMER
                : ownKind(trouble);
    }

    private Kind ownKind(boolean told) {
        int head = head();
        Clause clause = stretch.as(Kind.OTHER);
        boolean act = head < stretch.to() && (isAct(head) || told && isDeed(head));
        boolean coming =
                begins("coming", head)
                        || begins("coming", stretch.from())
                        || begins("coming", behind("binders"));
        if (act || coming || !clause.isDenied() && (hasPassiveAct(head) || isColleaguesDeed())) {
            return Kind.ACT;
        }
        return clause.holds(ENGLISH.phrases("outcome")) && !clause.leavesOpen()
                ? Kind.OUTCOME
                : Kind.OTHER;
    }

    /// A thing to which something was done: "reset link sent", "fee waived". What is only conceded
    /// ("although it was booked") was not done about it.
    private boolean hasPassiveAct(int head) {
        for (int at = Math.max(head, stretch.from()) + 1; at < stretch.to(); at++) {
            if (isOneOf("conceding", at)) {
                return false;
            }
            if (isAct(at) && !isOneOf("no passive behind", at - 1)) {
                return true;
            }
        }
        return false;
    }

    /// "Opted out by hand", "Fob recoded": once the trouble is told, a past participle at the head
    /// or the end of a clause of its own is what was done about it, whatever the verb.
    private boolean isDeed(int head) {
        int last = stretch.to() - 1;
        boolean ended = stretch.tie() == Tie.NONE && last - head < LONGEST_SUBJECT;
        return isParticiple(head) || ended && isParticiple(last);
    }

    private boolean isParticiple(int at) {
        String word = stretch.run().word(at).low();
        return word.length() > SHORT_STEM
                && word.endsWith("ed")
                && !isOneOf("no deeds", at)
                && !Clause.isDenial(stretch.run().word(Math.max(stretch.from(), at - 1)));
    }

    /// "Nurse calmed her down": somebody of ours has done something.
    private boolean isColleaguesDeed() {
        int start = behind("binders");
        int last = Math.min(stretch.to(), start + LONGEST_SUBJECT);
        if (!begins("colleague start", start)) {
            return false;
        }
        for (int at = start + 1; at < last; at++) {
            String word = stretch.run().word(at).low();
            if (word.length() > SHORT_STEM && word.endsWith("ed")) {
                return true;
            }
        }
        return false;
    }

    private boolean isAct(int at) {
        return isOneOf("acts", at);
    }

    private boolean isOneOf(String section, int at) {
        return ENGLISH.words(section).contains(stretch.run().word(at).low());
    }

    private boolean begins(String phrases, int at) {
        return ENGLISH.phrases(phrases).at(stretch.run(), at).isPresent();
    }

    /// Where the clause gets to its matter.
    private int head() {
        return behind("leading");
    }

    private int behind(String section) {
        int head = stretch.from();
        while (head < stretch.to() - 1 && isOneOf(section, head)) {
            head++;
        }
        return head;
    }

    private boolean startsWithCustomer() {
        return begins("customer", behind("binders"));
    }

    /// "Customer advised application approved": it is the customer who was told.
    private boolean advised() {
        int last = Math.min(stretch.to(), stretch.from() + LONGEST_SUBJECT);
        for (int at = stretch.from() + 1; at < last; at++) {
            boolean told = isOneOf("telling", at);
            if (told || isOneOf("reached", at)) {
                String behind = told ? "behind telling" : "behind reached";
                return at + 1 >= stretch.to() || !isOneOf(behind, at + 1);
            }
        }
        return false;
    }

    /// Whether a clause behind one about the customer is still about the customer.
    private boolean goesOn() {
        if (stretch.tie() == Tie.NONE || begins("colleague start", behind("binders"))) {
            return false;
        }
        int head = head();
        if (isOneOf("going on", head) || isOneOf("asking verbs", head)) {
            return stretch.as(Kind.OTHER).words().stream()
                    .noneMatch(word -> ENGLISH.words("to come or ended").contains(word.low()));
        }
        boolean ours = stretch.tie() == Tie.AND ? isOneOf("agents' acts", head) : isAct(head);
        return !ours && !tellsEnd(head);
    }

    /// Whether it can only be ours: a passive act of ours, a next step, an end.
    private boolean tellsEnd(int head) {
        Clause clause = stretch.as(Kind.OTHER);
        boolean ends = clause.holds(ENGLISH.phrases("outcome"));
        if (clause.isDenied() && !ends) {
            return false;
        }
        Set<String> ours = ENGLISH.words("agents' acts");
        return ends
                || clause.words().stream().anyMatch(word -> ours.contains(word.low()))
                || stretch.tie() == Tie.COMMA && hasPassiveAct(head)
                || clause.holds(ENGLISH.phrases("coming"));
    }
}
