package io.chatkeeper.sop;

import io.chatkeeper.contract.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a ticket must say (R23, R67, R128).
///
/// @param beforeClosing whether category and fields must be there before a chat is closed
/// @param categories the categories there are; none means any word
/// @param complaints the categories that are complaints (R134)
/// @param fields the ticket fields that must be filled in
/// @param labelInitial labels with this initial are written with it as their only capital; null for
///   no such rule (R67)
public record ClassificationRules(
        boolean beforeClosing,
        Set<String> categories,
        Set<String> complaints,
        Set<String> fields,
        @Nullable String labelInitial) {
    /// Keeps the file's order and lets nobody change what was read.
    public ClassificationRules {
        categories = Ordered.copy(categories);
        complaints = Ordered.copy(complaints);
        fields = Ordered.copy(fields);
    }

    /// What is wrong with a classification; nothing if it will do. Fields may still be missing:
    /// that is asked at the end.
    public List<Violation> check(String category, List<String> labels, Set<String> named) {
        List<Violation> violations = new ArrayList<>();
        if (categories.isEmpty() ? category.isBlank() : !categories.contains(category)) {
            violations.add(Violation.block("category-known", "R23", "category", unknown(category)));
        }
        if (labelInitial != null) {
            labels.stream().flatMap(label -> misspelt(label).stream()).forEach(violations::add);
        }
        if (!fields.isEmpty()) {
            named.stream()
                    .filter(field -> !fields.contains(field))
                    .forEach(field -> violations.add(foreign(field)));
        }
        return violations;
    }

    private String unknown(String category) {
        return category.isBlank() || categories.isEmpty()
                ? "Say what the chat is about."
                : "Choose one of " + String.join(", ", categories) + ".";
    }

    private Violation foreign(String field) {
        return Violation.block(
                "ticket-field-known",
                "R128",
                "fields." + field,
                "The ticket has the fields " + String.join(", ", fields) + ".");
    }

    private List<Violation> misspelt(String label) {
        String initial = labelInitial == null ? "" : labelInitial.toLowerCase(Locale.ROOT);
        String small = label.toLowerCase(Locale.ROOT);
        if (initial.isEmpty() || !small.startsWith(initial)) {
            return List.of();
        }
        String right = initial.toUpperCase(Locale.ROOT) + small.substring(initial.length());
        return right.equals(label)
                ? List.of()
                : List.of(
                        Violation.block(
                                        "label-case",
                                        "R67",
                                        "labels",
                                        "Write the label with one capital, its first letter.")
                                .suggesting(right));
    }
}
