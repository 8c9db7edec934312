package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an agent says hello.
///
/// @param text the greeting that is proposed, with `{customer}` and `{agent}` (R16-R21)
/// @param customerName how much it weighs if the first message does not name a known customer
///   (R17); null for nothing
/// @param agentName how much it weighs if the first message does not name the agent (R21); null for
///   nothing
public record GreetingRules(
        String text, @Nullable Severity customerName, @Nullable Severity agentName) {
    /// The greeting with its places filled in, as far as the names are known.
    String filled(@Nullable String customer, @Nullable String agent) {
        return Placeholders.fill(
                text,
                Map.of(
                        "customer",
                        customer == null ? "there" : customer,
                        "agent",
                        agent == null ? "your agent" : agent));
    }
}
