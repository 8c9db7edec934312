package io.chatkeeper.chat.rehearsal;

import java.util.List;
import java.util.Map;

/// A short story with an end that a rule demands.
///
/// @param requirements the requirements it shows, such as `R42`
/// @param given what has happened before, step by step
/// @param when the step that is judged
/// @param then what must come of it
record Scenario(
        String name, List<String> requirements, List<Step> given, Step when, Expectation then) {
    private static final String RECORDED = "rule-violated";

    /// Whether it shows what the rule forbids, and that it does not come to pass.
    boolean isRefused() {
        return then.happens().isEmpty() || then.happens().contains(RECORDED);
    }

    /// Somebody does something, or time goes by.
    ///
    /// @param who `visitor`, `system`, or the name of an agent; `after` for time
    /// @param does the act in the words of the log, such as `post-message`; for time a duration
    /// @param with the act's fields
    record Step(String who, String does, Map<String, Object> with) {}

    /// What must come of a step. Exactly one of the three says something.
    ///
    /// @param violates ids of rules that it must break
    /// @param refused the code of a refusal that is no rule's
    /// @param happens events that must come of it, in this order, perhaps among others
    record Expectation(List<String> violates, String refused, List<String> happens) {}
}
