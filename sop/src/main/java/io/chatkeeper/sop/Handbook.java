package io.chatkeeper.sop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a procedure says to people rather than to software: words to use, what a reviewer looks
/// for, what has to be at hand. It is shown where people work, and no act is refused for it.
///
/// @param entries in the order of the file
public record Handbook(List<Entry> entries) {
    /// Lets nobody change what was read.
    public Handbook {
        entries = List.copyOf(entries);
    }

    /// The kinds of entries; in a file their names are the keys, in small letters.
    public enum Section {
        /// Words an agent may send as they are.
        REPLIES,
        /// What a reviewer likes to see in a chat.
        SCORECARD,
        /// What a reviewer marks as a mistake.
        MISTAKES,
        /// What is done before a shift's first chat.
        PREPARATION,
        /// What has to be at hand.
        RESOURCES,
        /// How other channels, such as the telephone, are served.
        CHANNELS,
        /// How a matter is handled, step by step.
        PRACTICES,
        /// Questions and answers by which people learn the procedure.
        TRAINING;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One thing the handbook says.
    ///
    /// @param id unique within its section
    /// @param requirements the requirements it serves, such as `R24`; at least one
    public record Entry(Section section, String id, String text, List<String> requirements) {
        /// Lets nobody change what was read.
        public Entry {
            requirements = List.copyOf(requirements);
        }

        static Entry of(Section section, String id, Yaml entry) {
            return new Entry(
                    section, id, entry.text("text").orElseThrow(), entry.texts("requirement"));
        }
    }

    /// The entries of one section.
    public Stream<Entry> of(Section section) {
        return entries.stream().filter(entry -> entry.section() == section);
    }

    static Shape shape() {
        Shape entry =
                SopShape.section(
                        SopShape.must("text", SopShape.PROSE),
                        SopShape.must("requirement", new Shape.Many(SopShape.REQUIREMENT, 1)));
        return SopShape.section(
                Stream.of(Section.values())
                        .map(section -> SopShape.may(section.key(), new Shape.Named(entry, 1)))
                        .toArray(SopShape.Named[]::new));
    }

    static Handbook of(Yaml handbook) {
        return new Handbook(
                Stream.of(Section.values())
                        .flatMap(section ->
                                handbook.table(section.key()).entrySet().stream()
                                        .map(entry ->
                                                Entry.of(
                                                        section,
                                                        entry.getKey(),
                                                        entry.getValue().value())))
                        .toList());
    }
}
