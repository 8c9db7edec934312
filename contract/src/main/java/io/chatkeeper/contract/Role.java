package io.chatkeeper.contract;

/// What an agent is employed as (R3-R6), and the two roles that serve no chats.
public enum Role {
    CSR(1),
    SPECIALIST(1),
    LEAD(2),
    SUPERVISOR(3),
    MANAGER(4),
    ADMIN(0),
    AUDITOR(0);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /// Whether this role stands on the escalation ladder at the given rung or above it (R92).
    public boolean ranksAtLeast(Role lowest) {
        return rank > 0 && rank >= lowest.rank;
    }

    /// Leads, supervisors and managers: the people who watch over chats of others (R5, R6).
    public boolean leads() {
        return ranksAtLeast(LEAD);
    }
}
