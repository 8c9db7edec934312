package io.chatkeeper.sop;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody has probably meant: one that differs by a slip or two.
final class Nearest {
    /// A word of up to so many letters allows for one slip, a longer one for two.
    private static final int SHORT = 5;

    private static final int LONGEST = 64;

    private Nearest() {}

    /// ` Did you mean desk?`, or nothing where no word is near.
    static String hint(String written, Collection<String> words) {
        return of(written, words).map(word -> " Did you mean " + word + "?").orElse("");
    }

    static Optional<String> of(String written, Collection<String> words) {
        int allowed = written.length() <= SHORT ? 1 : 2;
        return written.length() > LONGEST
                ? Optional.empty()
                : words.stream()
                        .filter(word -> distance(written, word) <= allowed)
                        .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /// Letters to put in, to take out or to change, and neighbours to swap. Case does not count.
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] to = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    to[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(to[i - 1][j], to[i][j - 1]) + 1;
                to[i][j] = Math.min(least, to[i - 1][j - 1] + change);
                if (isSwapped(a, b, i, j)) {
                    to[i][j] = Math.min(to[i][j], to[i - 2][j - 2] + 1);
                }
            }
        }
        return to[a.length()][b.length()];
    }

    private static boolean isSwapped(String a, String b, int i, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
