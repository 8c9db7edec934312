package io.chatkeeper.sop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes what agents ask leads by: forms, channels, topics.
final class AssistBuilder {
    private static final String FORMS = "R102";

    private final Yaml file;

    AssistBuilder(Yaml file) {
        this.file = file;
    }

    List<RequestForm> forms() {
        return file.items("templates").map(AssistBuilder::form).toList();
    }

    AssistRules rules() {
        return file.at("assist").map(AssistBuilder::rules).orElse(AssistRules.NONE);
    }

    private static AssistRules rules(Yaml assist) {
        Map<String, AssistRules.Channel> channels = new LinkedHashMap<>();
        assist.table("channels").forEach((id, at) -> channels.put(id, channel(id, at.value())));
        Map<String, AssistRules.Topic> topics = new LinkedHashMap<>();
        assist.table("topics").forEach((id, at) -> topics.put(id, topic(id, at.value())));
        return new AssistRules(
                assist.text("silence").map(Duration::parse).orElse(null),
                assist.texts("resources"),
                assist.text("leastResources").map(Integer::parseInt).orElse(1),
                channels,
                assist.text("elsewhere").orElse(null),
                topics);
    }

    private static AssistRules.Channel channel(String id, Yaml channel) {
        return new AssistRules.Channel(
                id, text(channel, "title"), text(channel, "desk"), flag(channel, "usual", false));
    }

    private static AssistRules.Topic topic(String id, Yaml topic) {
        return new AssistRules.Topic(
                id,
                text(topic, "title"),
                text(topic, "channel"),
                text(topic, "requirement"),
                topic.texts("checked"),
                topic.texts("words").stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(),
                topic.at("outside").map(AssistBuilder::outside).orElse(null));
    }

    private static AssistRules.Outside outside(Yaml outside) {
        return new AssistRules.Outside(
                text(outside, "calendar"), text(outside, "requirement"), outside.texts("checked"));
    }

    private static RequestForm form(Yaml form) {
        String requirement = form.text("requirement").orElse(FORMS);
        return new RequestForm(
                text(form, "name"),
                form.text("topic").orElse(null),
                requirement,
                form.items("fields").map(field -> field(field, requirement)).toList());
    }

    private static RequestForm.Field field(Yaml field, String requirement) {
        Optional<Yaml> need = field.at("neededWhen");
        return new RequestForm.Field(
                label(field, "label"),
                flag(field, "required", need.isEmpty()),
                field.text("requirement").orElse(requirement),
                field.text("hint").orElse(null),
                field.texts("choices"),
                need.map(AssistBuilder::need).orElse(null),
                balance(field));
    }

    private static RequestForm.Need need(Yaml when) {
        return new RequestForm.Need(
                label(when, "field"), Ordered.copy(when.texts("is")), when.texts("said"));
    }

    private static RequestForm.@Nullable Balance balance(Yaml field) {
        return field.at("mustBeZero")
                .map(zero ->
                        new RequestForm.Balance(text(zero, "notice"), text(zero, "text").strip()))
                .orElse(null);
    }

    private static String label(Yaml at, String key) {
        return text(at, key).toUpperCase(Locale.ROOT);
    }

    private static String text(Yaml at, String key) {
        return at.text(key).orElseThrow();
    }

    private static boolean flag(Yaml at, String key, boolean otherwise) {
        return at.text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }
}
