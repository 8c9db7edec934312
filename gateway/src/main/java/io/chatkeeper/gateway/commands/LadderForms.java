package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ChatCommand.ReopenChat;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.ChatCommand.TransferChat;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms for handing a chat on, up, and to its end.
final class LadderForms {
    record Transfer(
            @Nullable String toDesk,
            @Nullable String toAgent,
            @Nullable String toSkill,
            @Nullable String context,
            @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new TransferChat(
                    chatId,
                    "transfer-" + commandId,
                    name("toDesk", toDesk),
                    name("toAgent", toAgent),
                    Texts.judgedLater("context", context, Texts.LONG),
                    Overrides.of(overrides),
                    name("toSkill", toSkill));
        }
    }

    record Inform(@Nullable String timeline, @Nullable String contact) {
        static final Inform NOTHING = new Inform(null, null);
    }

    record Escalation(
            @Nullable String trigger,
            @Nullable String detail,
            @Nullable String to,
            @Nullable Inform inform,
            @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            Inform told = inform == null ? Inform.NOTHING : inform;
            return new EscalateChat(
                    chatId,
                    "escalation-" + commandId,
                    Texts.judgedLater("trigger", trigger, Texts.SHORT).plain(),
                    Texts.judgedLater("detail", detail, Texts.LONG),
                    role(to),
                    timeline(told.timeline),
                    Texts.optional("inform.contact", told.contact, Texts.SHORT),
                    null,
                    Overrides.of(overrides));
        }
    }

    record Resolution(
            @Nullable String summary, @Nullable List<Overrides.@Nullable Override> overrides)
            implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new ResolveChat(
                    chatId,
                    Texts.judgedLater("summary", summary, Texts.LONG),
                    Overrides.of(overrides));
        }
    }

    record Closure(@Nullable List<Overrides.@Nullable Override> overrides) implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new CloseChat(chatId, Overrides.of(overrides));
        }
    }

    record Reopening(@Nullable String reason) implements Form {
        @Override
        public ChatCommand command(String chatId, String commandId, Caller.Agent by) {
            return new ReopenChat(chatId, Texts.required("reason", reason, Texts.LONG));
        }
    }

    private LadderForms() {}

    private static @Nullable String name(String field, @Nullable String given) {
        PersonalText text = Texts.optional(field, given, Texts.SHORT);
        return text == null ? null : text.plain();
    }

    /// Whether it is a sensible time is for the chat to say.
    private static @Nullable Duration timeline(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return Duration.parse(given);
        } catch (DateTimeParseException e) {
            throw Problem.malformed("inform.timeline is a duration such as PT30M.");
        }
    }

    /// Whether it is a rung of the ladder is for the chat to say.
    private static @Nullable Role role(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("to is a role such as lead."));
    }
}
