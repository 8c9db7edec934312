package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.TakeOverChat;
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
        ReturnEscalation command(String chatId, String escalationId) {
            return new ReturnEscalation(
                    chatId,
                    escalationId,
                    Texts.required("outcome", outcome, Texts.LONG),
                    Overrides.of(overrides));
        }
    }

    record Review(@Nullable String verdict, @Nullable String remark) {
        ReviewEscalation command(String chatId, String escalationId) {
            return new ReviewEscalation(
                    chatId,
                    escalationId,
                    judged(verdict),
                    Texts.optional("remark", remark, Texts.LONG));
        }

        private static ReviewVerdict judged(@Nullable String given) {
            return switch (given) {
                case "within-policy" -> ReviewVerdict.WITHIN_POLICY;
                case "against-policy" -> ReviewVerdict.AGAINST_POLICY;
                case null, default ->
                        throw Problem.malformed("verdict is within-policy or against-policy.");
            };
        }
    }

    private EscalationForms() {}
}
