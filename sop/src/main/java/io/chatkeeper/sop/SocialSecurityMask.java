package io.chatkeeper.sop;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides social security numbers: written 3-2-4, or nine digits that the text calls one.
final class SocialSecurityMask {
    /// Digits of every such number.
    static final int DIGITS = 9;

    private static final String DASH = "[\\-\\u2010-\\u2013]";
    private static final String NINE =
            "\\d{3}[ .\\-\\u2010-\\u2013]?\\d{2}[ .\\-\\u2010-\\u2013]?\\d{4}";
    private static final String NAME =
            "(?:ssn|ss#|s\\.s\\.n\\.?|social(?: security)?(?: (?:number|num|no\\.?))?|soc sec)";
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<![\\p{Alnum}\\-])\\d{3}"
                            + DASH
                            + "\\d{2}"
                            + DASH
                            + "\\d{4}"
                            + "(?![\\p{Alnum}]|-\\d)");
    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "(?i)(\\b"
                            + NAME
                            + "(?:[\\s:=#.,(\"'-]|\\b(?:is|was|of|on|file|number|no"
                            + "|ends?)\\b){0,6})"
                            + "(?<!\\d)("
                            + NINE
                            + ")(?!\\d)");
    private static final Pattern NAMED_AFTER =
            Pattern.compile(
                    "(?i)(?<!\\d)("
                            + NINE
                            + ")(?!\\d)(?=[\\s,(]{1,3}(?:(?:is|was|as|for)\\s+)?"
                            + "(?:(?:my|his|her|the|their|customer'?s?)\\s+)?"
                            + NAME
                            + "\\b)");

    private SocialSecurityMask() {}

    static String mask(String text) {
        String announced =
                ANNOUNCED
                        .matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + SensitiveData.MASK));
        String named = NAMED_AFTER.matcher(announced).replaceAll(SensitiveData.MASK);
        return WRITTEN.matcher(named)
                .replaceAll(number -> Matcher.quoteReplacement(written(named, number)));
    }

    private static String written(String text, MatchResult number) {
        return NumberLabel.before(text, number.start()) == NumberLabel.OTHER
                ? number.group()
                : SensitiveData.MASK;
    }
}
