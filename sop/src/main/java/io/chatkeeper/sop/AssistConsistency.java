package io.chatkeeper.sop;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether forms, channels and topics name things that exist.
final class AssistConsistency {
    private final FaultList faults;
    private final Yaml file;

    AssistConsistency(FaultList faults, Yaml file) {
        this.faults = faults;
        this.file = file;
    }

    void check() {
        Map<String, Yaml.Entry> topics =
                file.at("assist").map(assist -> assist.table("topics")).orElse(Map.of());
        file.at("assist").ifPresent(assist -> assist(assist, topics));
        file.items("templates").forEach(form -> form(form, topics.keySet()));
    }

    private void assist(Yaml assist, Map<String, Yaml.Entry> topics) {
        Map<String, Yaml.Entry> channels = assist.table("channels");
        channels.forEach((id, channel) ->
                named(
                        channel.value(),
                        "assist.channels." + id + ".desk",
                        file.table("desks").keySet(),
                        "There is no desk of that name."));
        topics.forEach((id, topic) ->
                named(
                        topic.value(),
                        "assist.topics." + id + ".channel",
                        channels.keySet(),
                        "There is no channel of that name."));
        topics.forEach((id, topic) ->
                topic.value()
                        .at("outside")
                        .ifPresent(outside ->
                                named(
                                        outside,
                                        "assist.topics." + id + ".outside.calendar",
                                        file.table("calendars").keySet(),
                                        "There is no calendar of that name.")));
        named(assist, "assist.elsewhere", channels.keySet(), "There is no channel of that name.");
    }

    private void form(Yaml form, Set<String> topics) {
        named(form, "templates.topic", topics, "There is no topic of that name.");
        Set<String> labels = new TreeSet<>();
        form.items("fields")
                .forEach(field ->
                        field.text("label")
                                .map(AssistConsistency::capitals)
                                .ifPresent(labels::add));
        form.items("fields")
                .flatMap(field -> field.at("neededWhen").stream())
                .flatMap(need -> need.at("field").stream())
                .filter(field ->
                        field.text()
                                .map(AssistConsistency::capitals)
                                .filter(labels::contains)
                                .isEmpty())
                .forEach(field ->
                        faults.add(
                                field,
                                "templates.fields.neededWhen.field",
                                "The form has no field of that label."));
    }

    private void named(Yaml at, String path, Set<String> known, String fault) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        at.at(key)
                .filter(name -> name.text().filter(known::contains).isEmpty())
                .ifPresent(name -> faults.add(name, path, fault));
    }

    private static String capitals(String label) {
        return label.toUpperCase(Locale.ROOT);
    }
}
