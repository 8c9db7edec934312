package io.chatkeeper.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The table between the wire names of stored events and their classes. Stored for ever: a golden
/// list in a test sees to it that no name changes.
///
/// @param upcasts how events of former versions become present ones, in the order in which they are
///   applied
public record StoredEvents<E>(
        Class<E> parent, Map<String, Class<? extends E>> byName, List<Upcast> upcasts) {
    /// Names every permitted record of the sealed parent `io.chatkeeper.<kind>.<name>.v1`, where
    /// the name is the class name in kebab-case without the thing: `ChatOpened` of kind `chat` is
    /// `opened`, `NoteAccepted` of kind `notes` is `accepted`.
    public static <E> StoredEvents<E> of(String kind, Class<E> parent) {
        Map<String, Class<? extends E>> names =
                records(parent)
                        .map(type -> type.<E>asSubclass(parent))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        type -> wireName(kind, type), Function.identity()));
        return new StoredEvents<>(parent, names, List.of());
    }

    /// The same table, reading events of former versions too.
    public StoredEvents<E> upcasting(Upcast... former) {
        return new StoredEvents<>(parent, byName, List.of(former));
    }

    /// Reads a stored event, of whatever version.
    ///
    /// @throws IllegalStateException if no present event has that name
    public E read(JsonMapper json, String type, String payload) {
        Class<? extends E> present = byName.get(type);
        return present != null ? json.readValue(payload, present) : readFormer(json, type, payload);
    }

    private E readFormer(JsonMapper json, String type, String payload) {
        String name = type;
        ObjectNode tree = (ObjectNode) json.readTree(payload);
        for (Upcast upcast : upcasts) {
            if (upcast.from().equals(name)) {
                tree = upcast.change().apply(tree);
                name = upcast.to();
            }
        }
        Class<? extends E> present = byName.get(name);
        if (present == null) {
            throw new IllegalStateException("no stored event of type " + name);
        }
        return json.treeToValue(tree, present);
    }

    /// The wire name of a stored event's class.
    public String nameOf(Class<?> type) {
        return byName.entrySet().stream()
                .filter(row -> row.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a stored event: " + type));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredEvents::records)
                : Stream.of(type);
    }

    private static String wireName(String kind, Class<?> type) {
        String kebab =
                type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
        String thing = kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        String bare = kebab.startsWith(thing + "-") ? kebab.substring(thing.length() + 1) : kebab;
        return "io.chatkeeper." + kind + "." + bare + ".v1";
    }
}
