package io.chatkeeper.sop;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `{names}` in texts that the file gives for people.
final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private Placeholders() {}

    static Set<String> in(String text) {
        return PLACE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    /// One pass: what is filled in is not looked at again.
    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> {
                    String whole = place.group();
                    return Matcher.quoteReplacement(values.getOrDefault(place.group(1), whole));
                });
    }
}
