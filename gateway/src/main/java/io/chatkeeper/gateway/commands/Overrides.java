package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules that a caller goes past, each with its reason (R14).
final class Overrides {
    private static final int MOST = 10;

    record Override(@Nullable String ruleId, @Nullable String reason) {}

    private Overrides() {}

    static List<RuleOverride> of(@Nullable List<@Nullable Override> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST) {
            throw Problem.malformed("At most " + MOST + " overrides.");
        }
        return given.stream().map(Overrides::one).toList();
    }

    private static RuleOverride one(@Nullable Override given) {
        if (given == null) {
            throw Problem.malformed("An override names ruleId and reason.");
        }
        return new RuleOverride(
                Texts.required("ruleId", given.ruleId, Texts.SHORT).plain(),
                Texts.required("reason", given.reason, Texts.LONG));
    }
}
