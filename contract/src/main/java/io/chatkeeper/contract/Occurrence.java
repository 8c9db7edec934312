package io.chatkeeper.contract;

/// The happenings by which a clock can start and stop, as the SOP file writes them in kebab-case.
public enum Occurrence {
    OPENED,
    ASSIGNED,
    REPLIED,
    CUSTOMER_WROTE,
    TRANSFERRED,
    ACKNOWLEDGED,
    TRANSFER_ENDED,
    ESCALATED,
    TAKEN_OVER,
    RESOLVED,
    CLOSED
}
