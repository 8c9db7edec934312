package io.chatkeeper.sop;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which chats are written into which other systems, and when (R29, R69, R135, R136). Where such a
/// system is, and the secret it shares with us, are settings and not the procedure's business.
///
/// @param destinations by name, such as `crm`: the occasions, each with the requirements it serves
public record RecordRules(Map<String, Map<Occasion, List<String>>> destinations) {
    /// Keeps the file's order and lets nobody change what was read.
    public RecordRules {
        destinations = Ordered.copy(destinations);
    }

    /// Where a chat has to be written on this occasion, in the order of the file.
    public List<String> on(Occasion occasion) {
        return destinations.entrySet().stream()
                .filter(destination -> destination.getValue().containsKey(occasion))
                .map(Map.Entry::getKey)
                .toList();
    }

    static Shape shape() {
        Shape why =
                SopShape.section(
                        SopShape.must("requirement", new Shape.Many(SopShape.REQUIREMENT, 1)));
        return new Shape.Named(
                SopShape.section(
                        Arrays.stream(Occasion.values())
                                .map(occasion -> SopShape.may(occasion.word(), why))
                                .toArray(SopShape.Named[]::new)),
                1);
    }

    static RecordRules of(Map<String, Yaml.Entry> records) {
        return new RecordRules(
                records.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> occasions(entry.getValue().value()),
                                        (one, _) -> one,
                                        LinkedHashMap::new)));
    }

    private static Map<Occasion, List<String>> occasions(Yaml destination) {
        Map<Occasion, List<String>> occasions = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            destination
                    .at(occasion.word())
                    .ifPresent(why -> occasions.put(occasion, why.texts("requirement")));
        }
        return Map.copyOf(occasions);
    }
}
