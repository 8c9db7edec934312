package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A filled-in form, as people paste it: `LABEL: value` on lines of their own, the value perhaps on
/// the next.
public final class Form {
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_PLACE = 200;
    private static final Pattern PLACED =
            Pattern.compile("\\w\\s*(?:[,;/(–—]|\\s(?:-|in|at|near|on)\\s)\\s*\\w");

    /// `CID: 1`, `CID - 1`, `CID = 1`.
    private static final Pattern SEPARATOR = Pattern.compile(":|\\s[-–—=]\\s|\\s[-–—=]$|=");

    private static final Set<String> NOTHING =
            Set.of(
                    "",
                    "n/a",
                    "na",
                    "none",
                    "tbd",
                    "tbc",
                    "?",
                    "??",
                    "-",
                    "--",
                    "xxx",
                    "unknown",
                    "see above",
                    "same",
                    ".",
                    "...",
                    "pending",
                    "asap",
                    "idk",
                    "not sure");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    /// Reads what stands behind each label; lines that belong to none are the rest.
    public Form(String text, Set<String> labels) {
        String open = null;
        for (String line : text.lines().toList()) {
            String bare = line.strip().replaceFirst("^[-*•·]\\s*", "");
            String label = label(bare, labels);
            if (label != null) {
                values.put(label, behindLabel(bare, label));
                open = label;
            } else if (open != null && values.getOrDefault(open, "").isEmpty()) {
                values.put(open, bare);
            } else {
                rest.add(line.strip());
            }
        }
    }

    private static @Nullable String label(String line, Set<String> labels) {
        Matcher mark = SEPARATOR.matcher(line);
        while (mark.find() && mark.start() <= LONGEST_LABEL) {
            String label = line.substring(0, mark.start()).strip().toUpperCase(Locale.ROOT);
            if (labels.contains(label)) {
                return label;
            }
        }
        return null;
    }

    private static String behindLabel(String line, String label) {
        return SEPARATOR.matcher(line.substring(label.length())).replaceFirst("").strip();
    }

    /// What stands behind that label; empty if nothing of use does, or the label is not there.
    public String value(String label) {
        String value = values.getOrDefault(label, "");
        return NOTHING.contains(value.toLowerCase(Locale.ROOT)) ? "" : value;
    }

    /// The labels that are there, with or without a value.
    public Set<String> labels() {
        return values.keySet();
    }

    /// The lines that belong to no label, without blanks around them.
    public List<String> rest() {
        return List.copyOf(rest);
    }

    /// What is wrong with the form.
    ///
    /// @param required labels that must have a value
    static List<Flaw> flaws(Passage passage, Set<String> labels, Set<String> required) {
        Form form = new Form(passage.text(), labels);
        List<Flaw> flaws = new ArrayList<>();
        for (String label : required) {
            String value = form.value(label);
            if (label.equals("CID")) {
                if (!isClientId(value)) {
                    flaws.add(Flaw.of(TextCode.MISSING_CLIENT_ID, passage));
                }
            } else if (!isUsable(label, value)) {
                flaws.add(Flaw.of(TextCode.MISSING_DETAIL, passage));
            }
        }
        if (!Asking.asks(passage)) {
            flaws.add(Flaw.of(TextCode.NO_QUESTION, passage));
        }
        return flaws;
    }

    /// Whether this can be a client's id: there is a digit in it.
    public static boolean isClientId(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    /// Whether a value says something under that label: a reason has words of its own, a new shop a
    /// name and a place.
    public static boolean isUsable(String label, String value) {
        if (NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return switch (label) {
            case "REASON" -> !Asking.isEmpty(Passage.of(value).words());
            case "NEW SHOP" -> namesPlace(value);
            default -> !value.isEmpty();
        };
    }

    /// A shop's name and, behind a comma or the like, where it is.
    private static boolean namesPlace(String shop) {
        String start = shop.substring(0, Math.min(shop.length(), LONGEST_PLACE));
        return start.chars().anyMatch(Character::isDigit) || PLACED.matcher(start).find();
    }
}
