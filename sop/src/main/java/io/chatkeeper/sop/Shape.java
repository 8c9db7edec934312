package io.chatkeeper.sop;

import java.util.Map;
import java.util.Set;

/// What a piece of the file must look like.
sealed interface Shape {
    /// Text for people, of at most that many characters.
    record Text(int max) implements Shape {}

    /// Text of a form.
    ///
    /// @param said the form in words, such as `hours like 09:00-17:00`
    record Form(String regex, String said) implements Shape {}

    /// One of these words.
    record Word(Set<String> words) implements Shape {}

    record Whole(int min, int max) implements Shape {}

    /// `true` or `false`.
    record Flag() implements Shape {}

    /// An ISO 8601 duration from one second to a year.
    record Time() implements Shape {}

    /// A date, `2026-12-25`.
    record Day() implements Shape {}

    /// A time zone by its name, `Europe/Berlin`.
    record Zone() implements Shape {}

    /// A list; a single item may stand without brackets.
    record Many(Shape each, int min) implements Shape {}

    /// The word, or else the other shape.
    record Either(String word, Shape other) implements Shape {}

    /// Free names and what stands under each.
    record Named(Shape each, int min) implements Shape {}

    /// The keys that may be here, and no others.
    record Section(Map<String, Key> keys) implements Shape {}

    record Key(Shape shape, boolean required) {}
}
