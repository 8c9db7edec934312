package io.chatkeeper.chat.rehearsal;

import io.chatkeeper.chat.rehearsal.Scenario.Step;
import io.chatkeeper.chat.rehearsal.Scenarios.Unreadable;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.sop.Sop;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// Turns the steps of a scenario into the commands they stand for. A scenario names only what its
/// rule is about; ids, names and desks that it leaves out are made up.
final class Commands {
    static final String CHAT = "chat-1";

    private static final JsonMapper JSON =
            Json.configure(JsonMapper.builder())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(PersonalText.class, new Plain())
                                    .addDeserializer(NoteText.class, new Free()))
                    .build();

    private final Sop sop;

    Commands(Sop sop) {
        this.sop = sop;
    }

    /// @param number of the step, from which the ids it leaves out are made
    /// @throws Unreadable if there is no such act, or a field does not fit
    ChatCommand of(Step step, int number) {
        Class<?> type =
                WireNames.commandClass("io.chatkeeper.chat." + step.does() + ".v1")
                        .orElseThrow(() -> new Unreadable("there is no act " + step.does()));
        ObjectNode json = JSON.valueToTree(step.with());
        for (RecordComponent component : type.getRecordComponents()) {
            if (!json.has(component.getName())) {
                Object madeUp = madeUp(component, step.who(), number);
                if (madeUp != null) {
                    json.set(component.getName(), JSON.valueToTree(madeUp));
                }
            }
        }
        try {
            return (ChatCommand) JSON.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new Unreadable(step.does() + ": " + e.getOriginalMessage());
        }
    }

    private @Nullable Object madeUp(RecordComponent component, String who, int number) {
        String name = component.getName();
        if (component.getType() == List.class) {
            return List.of();
        }
        if (component.getType() == Map.class) {
            return Map.of();
        }
        return switch (name) {
            case "chatId" -> CHAT;
            case "reference" -> "CK-2345678";
            case "site" -> "rehearsal";
            case "sopId" -> sop.ref().id();
            case "customer" -> Map.of("verified", false);
            case "desk" -> sop.entryDesk();
            case "agentName" -> capital(who);
            case "messageId", "noteId", "escalationId", "warningId", "updateId" ->
                    name + "-" + number;
            case "followUpId", "approvalId", "actionId" -> name + "-1";
            case "transferId" ->
                    component.getDeclaringRecord().getSimpleName().startsWith("Assign")
                                    || component
                                            .getDeclaringRecord()
                                            .getSimpleName()
                                            .startsWith("Escalate")
                            ? null
                            : "transfer-1";
            default ->
                    component.getType() == String.class || !component.getType().isPrimitive()
                            ? null
                            : false;
        };
    }

    private static String capital(String who) {
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    }

    /// A person's text, written as a text.
    private static final class Plain extends ValueDeserializer<PersonalText> {
        @Override
        public PersonalText deserialize(JsonParser parser, DeserializationContext context) {
            return PersonalText.of(parser.getValueAsString(""));
        }
    }

    /// A note, written as one text.
    private static final class Free extends ValueDeserializer<NoteText> {
        @Override
        public NoteText deserialize(JsonParser parser, DeserializationContext context) {
            return NoteText.free(parser.getValueAsString(""));
        }
    }
}
