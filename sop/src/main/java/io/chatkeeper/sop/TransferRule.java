package io.chatkeeper.sop;

import io.chatkeeper.contract.Violation;
import java.util.List;
import java.util.regex.Pattern;

/// What must be said before a chat is handed over (R42).
///
/// @param minWords the fewest words that can be context, counted where there is a letter or digit
public record TransferRule(boolean contextRequired, int minWords, String requirement) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]++(?:['’.\\-][\\p{L}\\p{N}]++)*+");

    /// The rule's id in violations.
    public static final String RULE_ID = "transfer-context";

    /// What is wrong with the context of a transfer; nothing if it will do.
    public List<Violation> check(String context) {
        if (!contextRequired || WORD.matcher(context).results().count() >= minWords) {
            return List.of();
        }
        return List.of(
                Violation.block(
                        RULE_ID,
                        requirement,
                        "context",
                        "Add what the customer asked and what you know, so the next person"
                                + " needn't ask again."));
    }
}
