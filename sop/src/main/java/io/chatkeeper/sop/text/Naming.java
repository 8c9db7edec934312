package io.chatkeeper.sop.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a text names somebody. Accents may be dropped; any part of the name will do, and a title
/// with the last one.
final class Naming {
    private static final int SHORTEST = 2;

    private Naming() {}

    static boolean names(Passage passage, String name) {
        List<String> parts =
                Arrays.stream(fold(name).split("[\\s,.'-]+"))
                        .filter(part -> part.length() >= SHORTEST)
                        .filter(part ->
                                !Set.of(
                                                "mr", "mrs", "ms", "dr", "van", "von", "de", "da",
                                                "der", "la", "el", "bin", "al", "del", "di", "jr",
                                                "sr")
                                        .contains(part))
                        .toList();
        Set<String> said =
                passage.words().stream()
                        .flatMap(word -> Arrays.stream(fold(word.text()).split("[.'-]+")))
                        .collect(Collectors.toSet());
        boolean whole = fold(passage.text()).contains(fold(name).strip());
        return parts.isEmpty() || whole || parts.stream().anyMatch(said::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ß", "ss")
                .replace("đ", "d")
                .replace("æ", "ae")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l");
    }
}
