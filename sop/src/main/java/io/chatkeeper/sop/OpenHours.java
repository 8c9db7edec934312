package io.chatkeeper.sop;

/// A stretch of one day, in minutes since midnight on the wall.
///
/// @param to the first minute that is not open any more, at most 1440
public record OpenHours(int from, int to) {
    /// Minutes of a day; as an end it means midnight.
    public static final int DAY = 24 * 60;

    /// All day long.
    public static final OpenHours ALL_DAY = new OpenHours(0, DAY);

    /// @throws IllegalArgumentException if it does not lie within one day or is empty
    public OpenHours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("not open hours: " + from + " to " + to);
        }
    }
}
