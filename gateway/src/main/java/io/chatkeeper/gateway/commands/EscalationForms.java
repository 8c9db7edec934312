package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
import io.chatkeeper.contract.LadderCommand.HelpEscalation;
import io.chatkeeper.contract.LadderCommand.ReturnEscalation;
import io.chatkeeper.contract.LadderCommand.ReviewEscalation;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms for what follows an escalation.
final class EscalationForms {
    record TakeOver(@Nullable List<Overrides.@Nullable Override> overrides) implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new TakeOverChat(chatId, by.name(), Overrides.of(overrides));
        }
    }

    record Outcome(
            @Nullable String outcome, @Nullable List<Overrides.@Nullable Override> overrides) {
        Form of(String escalationId) {
            return (chatId, _, _) ->
                    new ReturnEscalation(
                            chatId,
                            escalationId,
                            Texts.required("outcome", outcome, Texts.LONG),
                            Overrides.of(overrides));
        }
    }

    record Review(@Nullable String verdict, @Nullable String remark) {
        Form of(String escalationId) {
            return (chatId, _, _) ->
                    new ReviewEscalation(
                            chatId,
                            escalationId,
                            judged(verdict),
                            Texts.optional("remark", remark, Texts.LONG));
        }

        private static ReviewVerdict judged(@Nullable String given) {
            return ReviewVerdict.of(given)
                    .orElseThrow(
                            () -> Problem.malformed("verdict is within-policy or against-policy."));
        }
    }

    private EscalationForms() {}

    static Form help(String escalationId) {
        return (chatId, _, by) -> new HelpEscalation(chatId, escalationId, by.name());
    }
}
