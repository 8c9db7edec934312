package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The notes that reviewers labelled, for the codes this guard knows.
class LabelledNotesTest {
    private static final NoteRules STRICT =
            new NoteRules(Set.of("close"), true, Set.of(), SopShape.MUST_SAY, SopShape.REFUSABLE);
    private static final Set<String> CODES =
            Arrays.stream(NoteFault.values()).map(Enum::name).collect(Collectors.toSet());

    @Test
    void no_note_that_reviewers_accept_is_refused() {
        for (Labelled note : labelled()) {
            if (note.expected.isEmpty()) {
                assertThat(found(note)).as(note.id).isEmpty();
            }
        }
    }

    @Test
    void no_code_is_raised_that_reviewers_did_not_raise() {
        for (Labelled note : labelled()) {
            assertThat(note.expected).as(note.id).containsAll(found(note));
        }
    }

    @Test
    void nearly_every_fault_that_reviewers_see_is_found() {
        long expected = 0;
        long met = 0;
        for (Labelled note : labelled()) {
            Set<String> known =
                    note.expected.stream().filter(CODES::contains).collect(Collectors.toSet());
            Set<String> found = found(note);
            expected += known.size();
            met += known.stream().filter(found::contains).count();
            if (!found.containsAll(known)) {
                System.out.println("missed in " + note.id + ": " + known);
            }
        }
        System.out.println("recall on labelled notes: " + met + " of " + expected);
        assertThat(met).isGreaterThanOrEqualTo(expected * 9 / 10);
    }

    private static Set<String> found(Labelled note) {
        return NoteGuard.check(STRICT, note.text, note.transferred).stream()
                .map(Violation::ruleId)
                .map(id ->
                        id.substring("note-".length()).replace('-', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private record Labelled(String id, boolean transferred, Set<String> expected, String text) {}

    private static List<Labelled> labelled() {
        try (InputStream file = LabelledNotesTest.class.getResourceAsStream("/notes.tsv")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(f -> new Labelled(f[0], f[1].equals("transferred"), codes(f[2]), f[3]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> codes(String field) {
        return field.equals("ok") ? Set.of() : Set.of(field.split(","));
    }
}
