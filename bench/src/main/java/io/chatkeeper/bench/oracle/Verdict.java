package io.chatkeeper.bench.oracle;

/// What was found wrong with what is stored.
///
/// @param checked commands that were acknowledged
/// @param lost acknowledged, and not stored
/// @param doubled stored more than once
/// @param reordered stored in another order than sent, at another sequence than answered, or behind
///   a gap
public record Verdict(long checked, long lost, long doubled, long reordered) {
    /// Nothing checked, nothing found.
    public static final Verdict NONE = new Verdict(0, 0, 0, 0);

    /// Whether everything is stored once and in order.
    public boolean isClean() {
        return lost == 0 && doubled == 0 && reordered == 0;
    }

    /// Both together.
    public Verdict and(Verdict other) {
        return new Verdict(
                checked + other.checked,
                lost + other.lost,
                doubled + other.doubled,
                reordered + other.reordered);
    }
}
