package io.chatkeeper.contract;

import java.util.List;

/// Thrown by a decision that does not accept a command. Checked on purpose: the unit of work is not
/// rolled back, and nobody mistakes it for a bug. Carries no stack trace.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    /// The command is illegal in the present state.
    public static Refused conflict(String code, String detail) {
        return new Refused(Refusal.of(RefusalKind.CONFLICT, code, detail));
    }

    /// The actor may not do this.
    public static Refused forbidden(String code, String detail) {
        return new Refused(Refusal.of(RefusalKind.FORBIDDEN, code, detail));
    }

    /// The thing the command names does not exist.
    public static Refused notFound(String code, String detail) {
        return new Refused(Refusal.of(RefusalKind.NOT_FOUND, code, detail));
    }

    /// Rules of the SOP are not met.
    public static Refused violating(List<Violation> violations) {
        return new Refused(Refusal.violating(violations));
    }

    public Refusal refusal() {
        return refusal;
    }
}
