package io.chatkeeper.contract;

import java.util.Locale;

/// What the report on promises can be told apart by.
public enum ClockDimension {
    DAY,
    CLOCK,
    DESK,
    AGENT,
    SOP;

    /// The word in requests and in the head of a table.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
