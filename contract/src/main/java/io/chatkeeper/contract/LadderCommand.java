package io.chatkeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of an escalation once it has been made: somebody is asked, helps, takes over or
/// gives back, and each one is reviewed (R92, R99, R100).
public sealed interface LadderCommand extends ToChat {
    /// Routing has found somebody who is there on the rung.
    ///
    /// @param desk where they were found; a rung that was left meanwhile asks nobody
    record AskForHelp(
            String chatId, String escalationId, String desk, String agentId, String agentName)
            implements LadderCommand {}

    /// Nobody is there on the rung: the escalation goes on to the next one (R92).
    ///
    /// @param desk where nobody was found
    record ClimbLadder(String chatId, String escalationId, String desk) implements LadderCommand {}

    /// Somebody on the ladder helps. The agent stays responsible (R100).
    record HelpEscalation(String chatId, String escalationId, String agentName)
            implements LadderCommand {}

    /// Whoever helped has helped, or whoever took over hands the chat back to the agent who had it.
    ///
    /// @param outcome what was done, for the agent
    record ReturnEscalation(
            String chatId, String escalationId, PersonalText outcome, List<RuleOverride> overrides)
            implements LadderCommand {
        public ReturnEscalation {
            overrides = RuleOverride.listed(overrides);
        }
    }

    /// Somebody looks at how it went, whether the chat is open or not (R99).
    record ReviewEscalation(
            String chatId,
            String escalationId,
            ReviewVerdict verdict,
            @Nullable PersonalText remark)
            implements LadderCommand {}
}
