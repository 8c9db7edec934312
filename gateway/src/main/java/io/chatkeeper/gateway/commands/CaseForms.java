package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.ClassifyChat;
import io.chatkeeper.contract.ChatCommand.CompleteFollowUp;
import io.chatkeeper.contract.ChatCommand.DecideApproval;
import io.chatkeeper.contract.ChatCommand.GiveConductWarning;
import io.chatkeeper.contract.ChatCommand.PromiseFollowUp;
import io.chatkeeper.contract.ChatCommand.RequestApproval;
import io.chatkeeper.contract.ChatCommand.SendCustomerUpdate;
import io.chatkeeper.contract.ChatCommand.TakeAction;
import io.chatkeeper.contract.ChatCommand.VerifyCustomer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.RecordCommand.SendRecord;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms about the customer's case: identity, category, follow-ups, hedged actions.
final class CaseForms {
    private static final int MOST_FIELDS = 30;

    record Verification(@Nullable String method) implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new VerifyCustomer(
                    chatId, Texts.required("method", method, Texts.SHORT).plain());
        }
    }

    record Warning() implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new GiveConductWarning(chatId, "warning-" + commandId);
        }
    }

    record Classification(
            @Nullable String category,
            @Nullable List<@Nullable String> labels,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable Boolean complaint,
            @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new ClassifyChat(
                    chatId,
                    Texts.judgedLater("category", category, Texts.SHORT).plain(),
                    words("labels", labels),
                    ticket(fields),
                    complaint,
                    Overrides.of(overrides));
        }
    }

    record FollowUp(
            @Nullable String followUpId,
            @Nullable String what,
            @Nullable String owner,
            @Nullable String dueAt)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new PromiseFollowUp(
                    chatId,
                    id(commandId),
                    Texts.required("what", what, Texts.LONG),
                    owner == null ? null : Ids.required("owner", owner),
                    time(dueAt));
        }

        String id(String commandId) {
            return followUpId == null
                    ? "follow-up-" + commandId
                    : Ids.required("followUpId", followUpId);
        }
    }

    record Completion(@Nullable String outcome) {
        Form of(String followUpId) {
            return (chatId, _, _) ->
                    new CompleteFollowUp(
                            chatId,
                            Ids.required("followUpId", followUpId),
                            Texts.optional("outcome", outcome, Texts.LONG));
        }
    }

    record Update(
            @Nullable String text,
            @Nullable Boolean accountSpecific,
            @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new SendCustomerUpdate(
                    chatId,
                    "update-" + commandId,
                    by.name(),
                    Texts.required("text", text, Texts.LONG),
                    Overrides.of(overrides),
                    accountSpecific);
        }
    }

    record Approval(@Nullable String action, @Nullable String detail) implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new RequestApproval(
                    chatId,
                    "approval-" + commandId,
                    Texts.required("action", action, Texts.SHORT).plain(),
                    Texts.required("detail", detail, Texts.LONG));
        }
    }

    record Deciding(@Nullable Boolean granted, @Nullable String reason) {
        Form on(String approvalId) {
            if (granted == null) {
                throw Problem.malformed("The field granted is missing.");
            }
            return (chatId, _, _) ->
                    new DecideApproval(
                            chatId,
                            Ids.required("approvalId", approvalId),
                            granted,
                            Texts.judgedLater("reason", reason, Texts.LONG));
        }
    }

    record Action(
            @Nullable String action,
            @Nullable String detail,
            @Nullable List<@Nullable String> confirmed,
            @Nullable String approvalId,
            @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new TakeAction(
                    chatId,
                    "action-" + commandId,
                    Texts.required("action", action, Texts.SHORT).plain(),
                    Texts.judgedLater("detail", detail, Texts.LONG),
                    words("confirmed", confirmed),
                    approvalId == null ? null : Ids.required("approvalId", approvalId),
                    Overrides.of(overrides));
        }
    }

    private CaseForms() {}

    static Form attempt(String recordId) {
        return (chatId, _, _) -> new SendRecord(chatId, Ids.required("recordId", recordId));
    }

    static List<String> words(String field, @Nullable List<@Nullable String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_FIELDS) {
            throw Problem.malformed("At most " + MOST_FIELDS + " entries in " + field + ".");
        }
        return given.stream()
                .map(word -> Texts.required(field, word, Texts.SHORT).plain())
                .toList();
    }

    private static Map<String, PersonalText> ticket(@Nullable Map<String, @Nullable String> given) {
        Map<String, PersonalText> ticket = new LinkedHashMap<>();
        if (given == null) {
            return ticket;
        }
        if (given.size() > MOST_FIELDS) {
            throw Problem.malformed("At most " + MOST_FIELDS + " fields.");
        }
        given.forEach((name, value) -> {
            PersonalText text = Texts.optional("fields." + name, value, Texts.SHORT);
            if (text != null) {
                ticket.put(Ids.required("fields", name), text);
            }
        });
        return ticket;
    }

    private static @Nullable Instant time(@Nullable String given) {
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw Problem.malformed("dueAt is a time such as 2026-11-27T15:00:00Z.");
        }
    }
}
