package io.chatkeeper.contract;

/// What the review of an escalation found (R99).
public enum ReviewVerdict {
    WITHIN_POLICY,
    AGAINST_POLICY
}
