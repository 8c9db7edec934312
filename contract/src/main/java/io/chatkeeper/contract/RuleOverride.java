package io.chatkeeper.contract;

/// A soft rule that the sender goes past, with the reason that is recorded (R14).
public record RuleOverride(String ruleId, PersonalText reason) {}
