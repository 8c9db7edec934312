package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.TextCode;
import io.chatkeeper.sop.text.TextReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an agent is about to say to a customer, against the rules of the procedure: the tone
/// (R71-R78) by the text rules, and a first message by name (R17, R21). Every path meets it here.
public final class MessageGuard {
    private MessageGuard() {}

    /// What is wrong with a message; nothing if it will do. Each rule once.
    ///
    /// @param text of at most [TextGuard#LONGEST] units, with secrets masked
    public static List<Violation> check(Sop sop, String text, MessageContext context) {
        Map<String, Violation> byRule = new LinkedHashMap<>();
        for (Finding finding : findings(sop, text, context)) {
            byRule.merge(
                    finding.ruleId(), finding.violation(context.field()), MessageGuard::harder);
        }
        if (context.firstOfAgent()) {
            nameless(sop.greeting(), text, context)
                    .forEach(violation -> byRule.putIfAbsent(violation.ruleId(), violation));
        }
        return List.copyOf(byRule.values());
    }

    /// A reason for the soft one must not take the hard one along.
    private static Violation harder(Violation one, Violation other) {
        return one.overridable() ? other : one;
    }

    /// Secrets are masked, not refused: whoever wrote one by mistake has told it already.
    private static List<Finding> findings(Sop sop, String text, MessageContext context) {
        TextContext known = new TextContext(false, context.customerName(), false, null, null);
        return new TextGuard(sop)
                .check(TextKind.CUSTOMER_MESSAGE, text, known).stream()
                        .filter(found -> !found.code().equals(TextCode.SENSITIVE_DATA.name()))
                        .toList();
    }

    private static List<Violation> nameless(
            GreetingRules rules, String text, MessageContext context) {
        TextReading reading = new TextReading(text);
        String proposal = rules.filled(context.customerName(), context.agentName());
        List<Violation> missing = new java.util.ArrayList<>();
        if (rules.customerName() != null && isMissing(reading, context.customerName())) {
            missing.add(
                    greeting(
                            rules.customerName(),
                            "greeting-customer-name",
                            "R17",
                            context.field(),
                            "Greet the customer by name."));
        }
        if (rules.agentName() != null && isMissing(reading, context.agentName())) {
            missing.add(
                    greeting(
                            rules.agentName(),
                            "greeting-agent-name",
                            "R21",
                            context.field(),
                            "Introduce yourself by name."));
        }
        return missing.stream().map(violation -> violation.suggesting(proposal)).toList();
    }

    private static boolean isMissing(TextReading reading, @Nullable String name) {
        return name != null && !reading.greeting(name).isEmpty();
    }

    private static Violation greeting(
            Severity severity, String ruleId, String requirement, String field, String message) {
        boolean soft = severity == Severity.WARN;
        return new Violation(ruleId, requirement, severity, field, message, null, soft);
    }
}
