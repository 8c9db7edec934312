package io.chatkeeper.sop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A piece of a YAML file with its place, counted from 1. The ways to look inside are lenient: what
/// is not there, or is something else, is empty, because what things must be is `ShapeCheck`'s.
sealed interface Yaml {
    int line();

    int column();

    /// @param plain whether it was written without quotes
    record Scalar(int line, int column, String value, boolean plain) implements Yaml {
        /// Written as nothing, `~` or `null`.
        boolean missing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }
    }

    record Items(int line, int column, List<Yaml> each) implements Yaml {}

    record Table(int line, int column, Map<String, Entry> entries) implements Yaml {}

    /// @param line the key's own place
    record Entry(int line, int column, Yaml value) {}

    /// What stands under this key.
    default Optional<Yaml> at(String key) {
        return this instanceof Table table
                ? Optional.ofNullable(table.entries.get(key)).map(Entry::value)
                : Optional.empty();
    }

    /// The keys and what stands under them.
    default Map<String, Entry> named() {
        return this instanceof Table table ? table.entries : Map.of();
    }

    /// The items of a list; anything else counts as its own only item.
    default List<Yaml> many() {
        return this instanceof Items items ? items.each : List.of(this);
    }

    /// The value of a scalar.
    default Optional<String> text() {
        return this instanceof Scalar scalar ? Optional.of(scalar.value) : Optional.empty();
    }

    /// The text under this key.
    default Optional<String> text(String key) {
        return at(key).flatMap(Yaml::text);
    }

    /// The texts under this key, whether it has one or a list.
    default List<String> texts(String key) {
        return items(key).flatMap(item -> item.text().stream()).toList();
    }

    /// The items under this key; none if the key is not there.
    default Stream<Yaml> items(String key) {
        return at(key).stream().flatMap(value -> value.many().stream());
    }

    /// The entries of the table under this key; none if the key is not there.
    default Map<String, Entry> table(String key) {
        return at(key).map(Yaml::named).orElse(Map.of());
    }
}
