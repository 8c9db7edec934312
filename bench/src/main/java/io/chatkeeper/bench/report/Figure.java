package io.chatkeeper.bench.report;

import java.util.Locale;

/// A figure against its target.
///
/// @param title what it is
/// @param value what was measured
/// @param against what it is divided by; 1 if the target is an absolute one
/// @param unit of both
/// @param bound on which side of the limit it has to be
/// @param limit of value / against
/// @param correct whether everything behind it passed the check; otherwise it has no speed
public record Figure(
        String title,
        double value,
        double against,
        String unit,
        Bound bound,
        double limit,
        boolean correct) {
    /// On which side of the limit a figure has to be.
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /// What is held against the limit.
    public double ratio() {
        return value / against;
    }

    /// Whether the target is met.
    public boolean reached() {
        return correct
                && switch (bound) {
                    case AT_LEAST -> ratio() >= limit;
                    case AT_MOST -> ratio() <= limit;
                };
    }

    /// In a word.
    public String outcome() {
        if (!correct) {
            return "FAILED";
        }
        return Double.isNaN(ratio()) ? "not measured" : reached() ? "reached" : "missed";
    }

    /// The target, readable.
    public String target() {
        String sign = bound == Bound.AT_LEAST ? "≥ " : "≤ ";
        return sign + (limit == 0 ? "0" : number(limit) + (isAbsolute() ? " " + unit : "×"));
    }

    /// Whether the target is a value rather than a ratio.
    public boolean isAbsolute() {
        return against == 1;
    }

    /// With as many digits as say something.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
