package io.chatkeeper.contract;

import java.util.List;

/// Why a command was not accepted: data for a reply, never a stack trace.
///
/// @param code stable, machine-readable, kebab-case
public record Refusal(RefusalKind kind, String code, String detail, List<Violation> violations) {
    /// Refused for a reason that is no rule of the SOP.
    public static Refusal of(RefusalKind kind, String code, String detail) {
        return new Refusal(kind, code, detail, List.of());
    }

    /// Refused because the SOP says so.
    public static Refusal violating(List<Violation> violations) {
        return new Refusal(
                RefusalKind.SOP_VIOLATION,
                "sop-violation",
                violations.size() == 1
                        ? violations.getFirst().message()
                        : violations.size() + " rules of the procedure are not met.",
                violations);
    }
}
