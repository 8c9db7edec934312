package io.chatkeeper.contract;

/// The families of refusals; each boundary translates them once.
public enum RefusalKind {
    MALFORMED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    SOP_VIOLATION,
    KEY_REUSED,
    EXPIRED,
    PRECONDITION,
    BROKEN
}
