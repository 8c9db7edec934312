package io.chatkeeper.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The table between the wire names of stored events and their classes. Stored for ever: a golden
/// list in a test sees to it that no name changes.
public record StoredEvents<E>(Class<E> parent, Map<String, Class<? extends E>> byName) {
    /// Names every permitted record of the sealed parent `io.chatkeeper.<kind>.<name>.v1`, where
    /// the name is the class name in kebab-case without the thing: `ChatOpened` of kind `chat` is
    /// `opened`, `NoteAccepted` of kind `notes` is `accepted`.
    public static <E> StoredEvents<E> of(String kind, Class<E> parent) {
        Map<String, Class<? extends E>> names =
                Arrays.stream(parent.getPermittedSubclasses())
                        .map(type -> type.<E>asSubclass(parent))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        type -> wireName(kind, type), Function.identity()));
        return new StoredEvents<>(parent, names);
    }

    /// The wire name of a stored event's class.
    public String nameOf(Class<?> type) {
        return byName.entrySet().stream()
                .filter(row -> row.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a stored event: " + type));
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
