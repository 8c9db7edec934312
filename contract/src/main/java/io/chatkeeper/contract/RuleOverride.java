package io.chatkeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A soft rule that the sender goes past, with the reason that is recorded (R14).
public record RuleOverride(String ruleId, PersonalText reason) {
    /// The overrides of a command; a command from before there were any has none.
    static List<RuleOverride> listed(@Nullable List<RuleOverride> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
