package io.chatkeeper.sop;

import io.chatkeeper.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What must be said before a chat is handed over (R42).
///
/// @param minWords the fewest words that can be context, counted where there is a letter or digit
/// @param returned what the customer is told when a transfer comes back because nobody can take it,
///   with `{agent}` where they stand
public record TransferRule(
        boolean contextRequired, int minWords, String requirement, String returned) {
    static final String USUAL_RETURN =
            "Thank you for waiting. Nobody is free there just now. {agent} stays with you and finds"
                    + " somebody else, or writes to you again shortly.";

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]++(?:['’.\\-][\\p{L}\\p{N}]++)*+");

    /// The rule's id in violations.
    public static final String RULE_ID = "transfer-context";

    /// The words for the customer (R47).
    ///
    /// @param agent who has the chat and looks for somebody else
    public String wordsOfReturn(String agent) {
        return Placeholders.fill(returned, Map.of("agent", agent));
    }

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
