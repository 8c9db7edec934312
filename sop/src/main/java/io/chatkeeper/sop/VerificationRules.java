package io.chatkeeper.sop;

import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.TextReading;
import java.util.List;
import java.util.Set;

/// Before what a customer's identity must be verified, and how that is done (R137).
///
/// @param required whether anything about an account asks for a verified identity at all
/// @param methods the ways of verifying; none means any
/// @param phrases words by which a message is about an account, though nobody has marked it
public record VerificationRules(boolean required, Set<String> methods, List<String> phrases) {
    /// Keeps the file's order and lets nobody change what was read.
    public VerificationRules {
        methods = Ordered.copy(methods);
        phrases = List.copyOf(phrases);
    }

    /// Whether a message may go to a verified customer only.
    ///
    /// @param marked whether the agent has marked it as telling something of an account
    public boolean covers(String text, boolean marked) {
        return required && (marked || sounds(text));
    }

    private boolean sounds(String text) {
        if (phrases.isEmpty()) {
            return false;
        }
        TextReading reading = new TextReading(text);
        return phrases.stream().anyMatch(phrase -> reading.phrase(phrase).isPresent());
    }

    /// What is wrong with a way of verifying; nothing if the procedure knows it.
    public List<Violation> checkMethod(String method) {
        if (methods.isEmpty() ? !method.isBlank() : methods.contains(method)) {
            return List.of();
        }
        String known = methods.isEmpty() ? "" : " It is one of " + String.join(", ", methods) + ".";
        return List.of(
                Violation.block(
                        "verification-method",
                        "R137",
                        "method",
                        "Say how the identity was verified." + known));
    }
}
