package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// A rule of the SOP that a command would break, in words for the person who sent it.
///
/// @param ruleId the rule's id in the SOP file
/// @param requirement the requirement it serves, such as `R51`
/// @param field the JSON field of the request it is about, where there is one
/// @param overridable whether a recorded reason lets the command pass (R14)
public record Violation(
        String ruleId,
        String requirement,
        Severity severity,
        @Nullable String field,
        String message,
        @Nullable String suggestion,
        boolean overridable) {
    /// A hard rule: no reason helps.
    public static Violation block(
            String ruleId, String requirement, @Nullable String field, String message) {
        return new Violation(ruleId, requirement, Severity.BLOCK, field, message, null, false);
    }

    /// The same violation with a proposal for better words.
    public Violation suggesting(@Nullable String proposal) {
        return new Violation(ruleId, requirement, severity, field, message, proposal, overridable);
    }
}
