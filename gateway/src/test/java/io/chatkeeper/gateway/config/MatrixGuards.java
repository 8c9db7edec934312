package io.chatkeeper.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rules that the source names where it makes a violation.
final class MatrixGuards {
    private static final String NAME = "\"([a-z]+(?:-[a-z]+)+)\"";
    private static final List<Pattern> WRITTEN =
            List.of(
                    Pattern.compile(NAME + ",\\s*(?:\"R\\d|(?:\\w+\\.)?requirement)"),
                    Pattern.compile("\\b(?:missing|named)\\(\\s*" + NAME),
                    Pattern.compile("static final String [A-Z_]+ = " + NAME));
    private static final List<String> ROOMS =
            List.of(
                    "sop/src/main/java/io/chatkeeper/sop",
                    "chat-service/src/main/java/io/chatkeeper/chat/chat");

    private MatrixGuards() {}

    static TreeSet<String> written(Path root) throws IOException {
        TreeSet<String> rules = new TreeSet<>();
        for (String room : ROOMS) {
            try (var files = Files.list(root.resolve(room))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    if (source.contains("Violation")) {
                        WRITTEN.stream()
                                .flatMap(pattern -> pattern.matcher(source).results())
                                .map(match -> match.group(1))
                                .forEach(rules::add);
                    }
                }
            }
        }
        return rules;
    }
}
