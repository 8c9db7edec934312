package io.chatkeeper.sop;

import java.time.Duration;

/// What must be true before a chat may be resolved and closed.
///
/// @param resolutionProposed whether the customer must have been asked first (R38, R126)
/// @param summary whether resolving needs a summary (R123)
/// @param question what the customer is asked
/// @param silence a customer silent this long after the question counts as answered
public record ClosingRules(
        boolean resolutionProposed, boolean summary, String question, Duration silence) {}
