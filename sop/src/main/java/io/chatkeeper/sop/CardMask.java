package io.chatkeeper.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hides card numbers: 13 to 19 digits, in groups or not, that pass the check digit and are of a
/// length that the card's kind has, or that the text calls a card.
final class CardMask {
    /// Digits of the shortest card number.
    static final int SHORTEST = 13;

    private static final int LONGEST = 19;
    private static final int MOST_GROUPS = 5;
    private static final String GAP = "[ \\u00a0\\u2007\\u202f.\\-\\u2010-\\u2013]{1,3}";
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}++(?:" + GAP + "\\p{Nd}++)*+");
    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");
    private static final Pattern CARD_GROUPS =
            Pattern.compile("1[3-9]|4 4 4 4(?: [123])?|4 6 [45]");
    private static final Pattern KINDS =
            Pattern.compile(
                    "4[0-9]{12}|3[0689][0-9]{12}|3[47][0-9]{13}|[2-6][0-9]{15}|[456][0-9]{16,18}");

    private CardMask() {}

    static String mask(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(masked(text, run)));
    }

    private static String masked(String text, MatchResult run) {
        NumberLabel label = NumberLabel.before(text, run.start());
        return label == NumberLabel.OTHER ? run.group() : masked(run.group(), label);
    }

    private static String masked(String run, NumberLabel label) {
        List<MatchResult> groups = GROUP.matcher(run).results().toList();
        if (groups.size() <= LONGEST && isCard(digits(groups), label)) {
            return hidden(digits(groups));
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int first = 0; first < groups.size(); first++) {
            int size = cardAt(groups, first, label);
            if (size > 0) {
                List<MatchResult> card = groups.subList(first, first + size);
                masked.append(run, done, card.getFirst().start()).append(hidden(digits(card)));
                done = card.getLast().end();
                first += size - 1;
            }
        }
        return masked.append(run, done, run.length()).toString();
    }

    /// How many groups from here on make a card, the most that do; 0 if none.
    private static int cardAt(List<MatchResult> groups, int first, NumberLabel label) {
        for (int size = Math.min(MOST_GROUPS, groups.size() - first); size > 0; size--) {
            List<MatchResult> some = groups.subList(first, first + size);
            if (groupedLikeCard(some) && isCard(digits(some), label)) {
                return size;
            }
        }
        return 0;
    }

    private static boolean groupedLikeCard(List<MatchResult> groups) {
        String lengths =
                groups.stream()
                        .map(group -> String.valueOf(group.group().length()))
                        .collect(Collectors.joining(" "));
        return CARD_GROUPS.matcher(lengths).matches();
    }

    private static boolean isCard(String digits, NumberLabel label) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && (label == NumberLabel.CARD || KINDS.matcher(digits).matches())
                && checkDigitFits(digits);
    }

    /// The last digit is a check over the others (Luhn).
    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    private static String digits(List<MatchResult> groups) {
        List<String> parts = new ArrayList<>();
        for (MatchResult group : groups) {
            parts.add(
                    group.group()
                            .codePoints()
                            .mapToObj(c -> String.valueOf(Character.digit(c, 10)))
                            .collect(Collectors.joining()));
        }
        return String.join("", parts);
    }

    private static String hidden(String digits) {
        return SensitiveData.MASK + " " + digits.substring(digits.length() - 4);
    }
}
