package io.chatkeeper.sop;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What an agent should notice in a customer's words. A customer's text is never judged: this is a
/// hint that somebody may need a warning, or a lead (R88, R98).
public final class CustomerWords {
    /// What can be noticed.
    public enum Concern {
        ABUSE,
        UPSET;

        /// As it is called outside.
        public String word() {
            return SopShape.word(this);
        }
    }

    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /// What may stand between "you" and the insult; anything else is about somebody else.
    private static final String BETWEEN =
            "(?: (?:people|guys|lot|all|are|were|must|be|just|really|so|such|an?|absolute(?:ly)?"
                    + "|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|bunch|pack|of|bloody|fucking"
                    + "|not|only|the|most)){0,6}";

    private static final Pattern ABUSE =
            Pattern.compile(
                    "\\b(?:you(?:['’]?re)?"
                            + BETWEEN
                            + " (?:idiots?|morons?|imbeciles?|cretins?|liars?"
                            + "|thie(?:f|ves)|crooks?|scum|pathetic|useless|stupid|dumb|worthless"
                            + "|incompetent|bastards?|assholes?|arseholes?)"
                            + "|shut up|screw you|go to hell|fuck(?:ing|er|ers)?|bitch|piss off)\\b",
                    IGNORE_CASE);

    private static final Pattern UPSET =
            Pattern.compile(
                    "\\b(?:unacceptable|ridiculous|outrageous|disgust(?:ed|ing)|furious|livid"
                            + "|fed up|sick (?:and tired )?of|(?:so|very|really|extremely)"
                            + " (?:angry|upset|frustrated|mad|disappointed)|had enough"
                            + "|worst (?:service|company|experience)|speak to (?:a|your) (?:manager"
                            + "|supervisor)|lawyer|attorney|legal action|file a complaint)\\b",
                    IGNORE_CASE);

    private CustomerWords() {}

    /// What is worth a hint in these words, as the procedure sees it.
    public static Set<Concern> concerns(Sop sop, String text) {
        Set<Concern> found = EnumSet.noneOf(Concern.class);
        if (ABUSE.matcher(text).find()) {
            found.add(Concern.ABUSE);
        }
        if (UPSET.matcher(text).find() && sop.escalation().triggers().contains("customer-upset")) {
            found.add(Concern.UPSET);
        }
        return found;
    }
}
