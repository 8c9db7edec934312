package io.chatkeeper.sop.text;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The forms of English verbs, made from their bases.
///
/// @param irregular past and participle of the verbs that don't follow the rules
/// @param doubling verbs of more than one syllable that double their last letter
record Inflection(Map<String, Set<String>> irregular, Set<String> doubling) {
    private static final String VOWELS = "aeiou";

    /// All forms: send, sends, sending, sent.
    Set<String> forms(String base) {
        Set<String> forms = new HashSet<>(pasts(base));
        forms.add(base);
        forms.add(third(base));
        forms.add(ing(base));
        return Set.copyOf(forms);
    }

    /// Past tense and participle: took, taken.
    Set<String> pasts(String base) {
        Set<String> known = irregular.get(base);
        return known == null ? Set.of(regularPast(base)) : known;
    }

    private static String third(String base) {
        if (endsInY(base)) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        boolean hisses =
                base.endsWith("s")
                        || base.endsWith("x")
                        || base.endsWith("ch")
                        || base.endsWith("sh")
                        || base.endsWith("zz")
                        || base.endsWith("o");
        return base + (hisses ? "es" : "s");
    }

    /// The form in -ing.
    String ing(String base) {
        if (base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("ye")) {
            return base.substring(0, base.length() - 1) + "ing";
        }
        return doubled(base) + "ing";
    }

    private String regularPast(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        return endsInY(base) ? base.substring(0, base.length() - 1) + "ied" : doubled(base) + "ed";
    }

    private String doubled(String base) {
        boolean doubles = doubling.contains(base) || isShortSyllable(base);
        return doubles ? base + base.charAt(base.length() - 1) : base;
    }

    private static boolean endsInY(String base) {
        return base.endsWith("y") && base.length() > 1 && !isVowel(base, base.length() - 2);
    }

    /// One vowel, and one consonant behind it: chat, ship, stop.
    private static boolean isShortSyllable(String base) {
        int n = base.length();
        return n >= 3
                && base.chars().filter(c -> VOWELS.indexOf(c) >= 0).count() == 1
                && isVowel(base, n - 2)
                && "wxyh".indexOf(base.charAt(n - 1)) < 0;
    }

    private static boolean isVowel(String base, int at) {
        return VOWELS.indexOf(base.charAt(at)) >= 0;
    }
}
