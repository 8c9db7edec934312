package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.Flaw;
import org.jspecify.annotations.Nullable;

/// What is wrong with a text, and what would be better.
///
/// @param code what is wrong, in capitals: `ONE_WORD`
/// @param ruleId the rule's id in violations, such as `note-one-word`
/// @param requirement the requirement it serves, such as `R63`
/// @param message says what to do
/// @param start where it begins in the text, in UTF-16 units
/// @param end where it has ended
/// @param suggestion better words, where the SOP has some
public record Finding(
        String code,
        String ruleId,
        String requirement,
        Severity severity,
        String message,
        int start,
        int end,
        @Nullable String suggestion) {

    static Finding of(String prefix, TextFault fault, Flaw flaw) {
        return new Finding(
                fault.code().name(),
                prefix + "-" + fault.word(),
                fault.requirement(),
                fault.severity(),
                fault.message(),
                flaw.start(),
                flaw.end(),
                null);
    }

    Finding suggesting(ToneRule rule) {
        return new Finding(
                code, ruleId, rule.id(), rule.severity(), message, start, end, rule.say());
    }

    /// The same as a violation of the field that holds the text. What only warns may be overridden.
    public Violation violation(String field) {
        return new Violation(
                ruleId,
                requirement,
                severity,
                field,
                message,
                suggestion,
                severity == Severity.WARN);
    }
}
