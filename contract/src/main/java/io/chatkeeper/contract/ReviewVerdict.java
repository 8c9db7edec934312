package io.chatkeeper.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the review of an escalation found (R99).
public enum ReviewVerdict {
    WITHIN_POLICY,
    AGAINST_POLICY;

    /// The word in requests and documents, such as `within-policy`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The verdict of that word, if there is one.
    public static Optional<ReviewVerdict> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
