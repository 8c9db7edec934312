package io.chatkeeper.bench;

import java.util.Arrays;

/// The middle of several figures: one disturbed round does not move it.
final class Median {
    private Median() {}

    /// Of an even number, the mean of the two in the middle; of none, not a number.
    static double of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
