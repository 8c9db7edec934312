package io.chatkeeper.sop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A text with what reviewers said of it.
///
/// @param expected codes that must be found; none if the text is fine
/// @param mustNot codes that it would be wrong to find
record LabelledText(
        String id,
        TextKind kind,
        String text,
        TextContext context,
        Set<String> expected,
        Set<String> mustNot) {
    private static final TextGuard ASSIST = new TextGuard(ShippedSopsTest.shipped("assist-chat"));
    private static final TextGuard LOAN = new TextGuard(ShippedSopsTest.shipped("tidio-loan"));

    /// The texts of a file, one JSON object a line.
    static List<LabelledText> in(Path file) throws IOException {
        Load json = new Load(LoadSettings.builder().build());
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> of((Map<?, ?>) json.loadFromString(line)))
                .toList();
    }

    private static LabelledText of(Map<?, ?> line) {
        Map<?, ?> context = line.get("context") instanceof Map<?, ?> given ? given : Map.of();
        Object expect = line.get("expect");
        return new LabelledText(
                String.valueOf(line.get("id")),
                TextKind.of(String.valueOf(line.get("kind"))).orElseThrow(),
                String.valueOf(line.get("text")),
                new TextContext(
                        Boolean.TRUE.equals(context.get("transferred")),
                        text(context.get("customerName")),
                        "reply".equals(context.get("messageType")),
                        text(context.get("template")),
                        null),
                "ok".equals(expect) ? Set.of() : codes(expect),
                codes(line.get("mustNot")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Set<String> codes(@Nullable Object list) {
        return list instanceof List<?> codes
                ? codes.stream().map(Object::toString).collect(Collectors.toSet())
                : Set.of();
    }

    boolean isOk() {
        return expected.isEmpty();
    }

    boolean isMetBy(Set<String> found) {
        return found.containsAll(expected) && Collections.disjoint(found, mustNot);
    }

    /// The codes that the rules find.
    Set<String> found() {
        TextGuard guard =
                switch (kind) {
                    case ASSIST_REQUEST, TEMPLATE -> ASSIST;
                    case NOTE, CUSTOMER_MESSAGE, GREETING -> LOAN;
                };
        return guard.check(kind, text, context).stream()
                .map(Finding::code)
                .collect(Collectors.toSet());
    }
}
