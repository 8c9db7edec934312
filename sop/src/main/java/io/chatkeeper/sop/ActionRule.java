package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must be true before something is done to a customer's account (R91, R108-R112).
///
/// @param approval the lowest role that may do it without asking; null if everybody may
/// @param checks what must have been looked at first
/// @param verified whether the customer's identity must be verified (R137)
public record ActionRule(
        String name,
        String requirement,
        @Nullable Role approval,
        List<String> checks,
        boolean verified) {
    /// Lets nobody change what was read.
    public ActionRule {
        checks = List.copyOf(checks);
    }

    /// Whether somebody of this role may do it and allow it to others.
    public boolean isFor(@Nullable Role role) {
        return approval == null || role != null && role.ranksAtLeast(approval);
    }

    /// The checks that nobody has made.
    public List<Violation> unchecked(List<String> confirmed) {
        return checks.stream()
                .filter(check -> !confirmed.contains(check))
                .map(check ->
                        Violation.block(
                                "action-checks",
                                requirement,
                                "confirmed",
                                "First make sure of this: " + check.replace('-', ' ') + "."))
                .toList();
    }

    /// What is wrong with doing it, or allowing it, on one's own.
    public Violation needsApproval(@Nullable String field) {
        String role = approval == null ? "lead" : SopShape.word(approval);
        return Violation.block(
                "action-approval",
                requirement,
                field,
                "This needs the approval of a " + role + ".");
    }
}
