package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.RuleOverridden;
import io.chatkeeper.chat.chat.ChatEvent.RuleViolated;
import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What comes of the rules that an act meets and of the reasons given for going past them. Every
/// act asks here, so a rule weighs the same wherever it is met (P9).
///
/// A hard rule refuses, whatever reason comes along. A soft rule refuses unless it is overridden;
/// then an event beside the act's own says so. An override of a rule that the act does not meet is
/// left aside: nobody went past anything.
final class Verdict {
    private static final int MOST_OVERRIDES = 10;

    private final List<RuleOverridden> overridden;

    private Verdict(List<RuleOverridden> overridden) {
        this.overridden = overridden;
    }

    /// @param subject the id of what comes to be by the act, if it has one
    /// @throws Refused with the violations that stand
    static Verdict on(
            ChatCommand act,
            @Nullable String subject,
            List<Violation> violations,
            List<RuleOverride> overrides)
            throws Refused {
        checkReasons(overrides);
        List<Violation> standing = new ArrayList<>();
        List<RuleOverridden> overridden = new ArrayList<>();
        for (Violation violation : violations) {
            Optional<RuleOverride> reason = reasonFor(violation, overrides);
            if (violation.overridable() && reason.isPresent()) {
                overridden.add(
                        new RuleOverridden(
                                act.streamId(),
                                ChatActs.wordOf(act.getClass()),
                                subject,
                                violation,
                                Conversation.masked(reason.get().reason())));
            } else {
                standing.add(violation);
            }
        }
        if (!standing.isEmpty()) {
            throw Refused.violating(List.copyOf(standing));
        }
        return new Verdict(List.copyOf(overridden));
    }

    /// For an act that no rule can be overridden for.
    static void onHard(List<Violation> violations) throws Refused {
        if (!violations.isEmpty()) {
            throw Refused.violating(List.copyOf(violations));
        }
    }

    /// The act's events, and beside them what was overridden.
    List<ChatEvent> beside(ChatEvent... events) {
        List<ChatEvent> all = new ArrayList<>(List.of(events));
        all.addAll(overridden);
        return all;
    }

    /// A refusal of which the procedure wants to know becomes an event (P6); any other is thrown.
    static List<ChatEvent> recorded(ChatCommand act, Refused refused, Sop sop) throws Refused {
        List<Violation> violations = refused.refusal().violations();
        if (violations.stream().noneMatch(sop::records)) {
            throw refused;
        }
        String word = ChatActs.wordOf(act.getClass());
        return List.of(new RuleViolated(act.streamId(), word, violations));
    }

    private static Optional<RuleOverride> reasonFor(
            Violation violation, List<RuleOverride> overrides) {
        return overrides.stream().filter(o -> o.ruleId().equals(violation.ruleId())).findFirst();
    }

    private static void checkReasons(List<RuleOverride> overrides) throws Refused {
        if (overrides.size() > MOST_OVERRIDES) {
            throw malformed("An act goes past at most " + MOST_OVERRIDES + " rules.");
        }
        for (RuleOverride override : overrides) {
            if (override.reason().plain().codePoints().noneMatch(Character::isLetter)) {
                throw malformed("Say why you go past rule " + override.ruleId() + ".");
            }
        }
    }

    static Refused malformed(String detail) {
        return new Refused(Refusal.of(RefusalKind.MALFORMED, "malformed", detail));
    }
}
