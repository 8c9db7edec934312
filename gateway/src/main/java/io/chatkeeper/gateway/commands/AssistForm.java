package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an agent fills in to ask a lead (R102-R119). What is missing is for the procedure to say.
record AssistForm(
        @Nullable String channel,
        @Nullable String template,
        @Nullable String topic,
        @Nullable String clientId,
        @Nullable String aboutChatId,
        @Nullable String question,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable List<@Nullable String> resourcesChecked,
        @Nullable List<@Nullable String> confirmed,
        @Nullable List<Overrides.@Nullable Override> overrides) {
    private static final int MOST_FIELDS = 30;

    /// The customer's chat it is about; null if it names none.
    ///
    /// @throws Problem 400 if that can't be a chat's id
    @Nullable String about() {
        return aboutChatId == null || aboutChatId.isBlank()
                ? null
                : Ids.required("aboutChatId", aboutChatId);
    }

    /// The command it asks for, with its fields bounded and masked.
    ///
    /// @throws Problem if a field makes no sense
    ChatCommand command(String chatId, String reference, String sopId, Caller.Agent by) {
        AssistRequest request =
                new AssistRequest(
                        word("channel", channel),
                        word("template", template),
                        word("topic", topic),
                        Texts.judgedLater("clientId", clientId, Texts.SHORT).plain(),
                        about(),
                        Texts.judgedLater("question", question, Texts.LONG),
                        values(),
                        CaseForms.words("resourcesChecked", resourcesChecked),
                        CaseForms.words("confirmed", confirmed));
        return new OpenAssist(
                chatId, reference, sopId, by.name(), request, Overrides.of(overrides));
    }

    private static @Nullable String word(String field, @Nullable String given) {
        PersonalText text = Texts.optional(field, given, Texts.SHORT);
        return text == null ? null : text.plain();
    }

    private Map<String, PersonalText> values() {
        Map<String, PersonalText> values = new LinkedHashMap<>();
        if (fields == null) {
            return values;
        }
        if (fields.size() > MOST_FIELDS) {
            throw Problem.malformed("At most " + MOST_FIELDS + " fields.");
        }
        fields.forEach((label, value) -> {
            PersonalText text = Texts.optional("fields." + label, value, Texts.LONG);
            if (text != null) {
                values.put(label, text);
            }
        });
        return values;
    }
}
