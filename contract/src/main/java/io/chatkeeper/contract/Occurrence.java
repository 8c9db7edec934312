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
    CLOSED,
    REOPENED,
    COMPLAINED,
    CUSTOMER_UPDATED,
    FOLLOW_UP_PROMISED,
    FOLLOW_UP_COMPLETED,
    WARNED_CONDUCT
}
