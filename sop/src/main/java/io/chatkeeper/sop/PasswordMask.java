package io.chatkeeper.sop;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides the value of a password. Talk about passwords ("the password is expired") stays: a value
/// looks like one, or ends the clause that announces it.
final class PasswordMask {
    private static final String NAME =
            "\\b(?:pass ?words?|passwd|pwd|pw|pass ?phrase|pass ?code|passwort)\\b";
    private static final String WHOSE = "(?:\\s+(?:for|to|of|on)(?:\\s+[\\p{L}'-]+){1,3}?)?";
    private static final String OPENING = "[\"'“‘`<(]?";

    /// `my password is X`, `pw: X`, `password set to X`.
    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "(?i)("
                            + NAME
                            + WHOSE
                            + "\\s*(?:[:=]|->|→|\\s(?:(?:is |was )?(?:re)?set|(?:is |was "
                            + ")?(?:changed|updated))"
                            + " (?:to|as)[:=]?|\\s(?:is|was|are)(?:\\s+now)?[:=]?)\\s*"
                            + OPENING
                            + ")(\\S+)");

    /// `password X`, `temporary password of X`: only for a value that can't be a word.
    private static final Pattern BARE =
            Pattern.compile(
                    "(?i)(" + NAME + "\\s+(?:(?:of|to|as|with)\\s+)?" + OPENING + ")(\\S+)");

    /// `X is my password`.
    private static final Pattern NAMED_AFTER =
            Pattern.compile(
                    "(?i)()(?<!\\S)(\\S+)(?=\\s+(?:is|was|as)\\s+(?:my|the|his|her|their|your"
                            + "|a)\\s+"
                            + "(?:(?:new|old|temporary|temp|current)\\s+)?"
                            + NAME
                            + ")");

    /// How far behind a value the end of its clause is looked for.
    private static final int LOOK_AHEAD = 40;

    private static final Pattern CLAUSE_END =
            Pattern.compile("(?i)\\s*(?:[.,;:!?)\"'”’]|$|\\R|(?:and|but|so|please|can|thanks)\\b)");
    private static final Pattern TRAILING =
            Pattern.compile("(?<=\\p{L}{3})[?!]+$|[.,;:)\"'”’`>]+$");
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?i)\\s*\\+?\\s*(?:or more )?(?:characters?|chars?|digits?|letters?|days?"
                            + "|weeks?|months?|years?|times?|attempts?|tries|minutes?|mins?|hours?"
                            + "|hrs?|failed)\\b");
    private static final Set<String> STATES =
            words(
                    """
                    ok okay fine good safe secure weak strong short long old new correct wrong right
                    valid invalid incorrect unknown different same temporary permanent mandatory
                    optional private secret confidential mine hers his ready set reset lost gone
                    stuck broken empty blank missing case-sensitive sent resent re-sent forgotten
                    down up there here it this that what not no yes none unavailable n/a sensitive
                    link hint again now too active inactive known still due unset hidden given shown
                    bad on off in out
                    """);

    private PasswordMask() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /// Whether a text may speak of passwords at all: every name of one has one of these in it.
    static boolean mayConcern(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("pass") || lower.contains("pw");
    }

    static String mask(String text) {
        String announced = replace(ANNOUNCED, text, PasswordMask::isAnnounced);
        String bare = replace(BARE, announced, (value, _) -> cannotBeWord(value));
        return replace(NAMED_AFTER, bare, (value, _) -> cannotBeWord(value));
    }

    private interface Judgement {
        boolean isSecret(String value, String after);
    }

    private static String replace(Pattern pattern, String text, Judgement judgement) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(masked(text, found, judgement)));
    }

    private static String masked(String text, MatchResult found, Judgement judgement) {
        String whole = found.group(2);
        String value = TRAILING.matcher(whole).replaceFirst("");
        int reach = Math.min(text.length(), found.end() + LOOK_AHEAD);
        String after = whole.substring(value.length()) + text.substring(found.end(), reach);
        if (value.isEmpty() || value.contains("•") || !judgement.isSecret(value, after)) {
            return found.group();
        }
        return found.group(1) + SensitiveData.MASK + whole.substring(value.length());
    }

    private static boolean isAnnounced(String value, String after) {
        if (value.matches("\\p{Nd}+\\+?")) {
            return value.length() >= 4 && !UNIT.matcher(after).lookingAt();
        }
        return cannotBeWord(value) || endsItsClause(value, after);
    }

    private static boolean endsItsClause(String value, String after) {
        String word = value.toLowerCase(Locale.ROOT);
        return word.matches("[\\p{L}'’-]{3,}")
                && !STATES.contains(word)
                && !word.matches(".*(?:ed|ing|able|ible|ly|n't|n’t)")
                && CLAUSE_END.matcher(after).lookingAt();
    }

    /// A letter beside a digit, or a sign inside: not prose, not an address, not a case number.
    private static boolean cannotBeWord(String value) {
        boolean mixed = value.matches(".*\\p{L}.*") && value.matches(".*\\p{Nd}.*");
        boolean signed = value.matches(".*[!@#$%^&*_+=~?][\\p{L}\\p{Nd}].*");
        return value.length() >= 5
                && (mixed || signed)
                && !value.matches("(?i)[^\\s@]+@[^\\s@]+\\.[a-z]{2,}|https?:.*|www\\..*")
                && !value.matches(
                        "[#(]?[A-Z]{1,6}[-#]?\\p{Nd}+[A-Z]?|\\p{Nd}+(?:st|nd|rd|th|h|hrs|am|pm"
                                + "|AM|PM)");
    }
}
