package io.chatkeeper.sop;

import io.chatkeeper.contract.Violation;

/// What can be wrong with a note, and what to do about it.
public enum NoteFault {
    EMPTY("R61", "Write what was asked and what you did."),
    ONE_WORD("R63", "One word doesn't tell the story. Say what was asked and what you did."),
    TOO_SHORT("R64", "A few words don't tell the story. Say what was asked and what you did."),
    MISSING_CONCERN("R61", "Say what the customer asked for, not only what you did."),
    MISSING_ACTION("R61", "Say what you did about it."),
    MISSING_FOLLOW_UP(
            "R61", "Something is still open. Say who takes it on, what comes next, or by when."),
    SENSITIVE_DATA(
            "R66",
            "Take out the full card number, social security number or password; the last four"
                    + " digits are enough.");

    private final String requirement;
    private final String message;

    NoteFault(String requirement, String message) {
        this.requirement = requirement;
        this.message = message;
    }

    /// The rule's id in violations, such as `note-one-word`.
    public String ruleId() {
        return "note-" + word();
    }

    /// How the file writes it, such as `one-word`.
    String word() {
        return SopShape.word(this);
    }

    Violation violation(String field) {
        return Violation.block(ruleId(), requirement, field, message);
    }
}
