package io.chatkeeper.notes.web;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a text, and what would be better.
///
/// @param code what is wrong, in capitals, whatever kind of text it is about: `ONE_WORD`
record Finding(
        String code,
        String ruleId,
        String requirement,
        Severity severity,
        String message,
        @Nullable String suggestion) {
    private static final String OF_NOTES = "note-";

    static Finding of(Violation violation) {
        String rule = violation.ruleId();
        String bare = rule.startsWith(OF_NOTES) ? rule.substring(OF_NOTES.length()) : rule;
        return new Finding(
                bare.toUpperCase(Locale.ROOT).replace('-', '_'),
                rule,
                violation.requirement(),
                violation.severity(),
                violation.message(),
                violation.suggestion());
    }

    /// `TOO_LARGE` as it is written in a code: `too-large`.
    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
