package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A program of another language that reads our topics with what it finds on npm: kafkajs, and the
/// CloudEvents SDK. It knows nothing of us.
final class ForeignReader {
    private static final Path SCRIPT = Path.of("system-test/src/test/node/reader.mjs");
    private static final int PATIENCE_SECONDS = 60;

    private ForeignReader() {}

    /// The events of a topic from its beginning, up to the first of that type.
    static List<JsonNode> reads(String broker, String topic, String until) {
        try {
            Path said = Files.createTempFile("foreign-reader", ".jsonl");
            Path complaints = Files.createTempFile("foreign-reader", ".log");
            String script = RealParts.repositoryRoot().resolve(SCRIPT).toString();
            Process node =
                    new ProcessBuilder("node", script, broker, topic, until)
                            .redirectOutput(said.toFile())
                            .redirectError(complaints.toFile())
                            .start();
            boolean ended = node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            node.destroyForcibly();
            assertThat(ended && node.exitValue() == 0)
                    .as("the foreign reader ends well: %s", Files.readString(complaints))
                    .isTrue();
            return Files.readAllLines(said).stream().map(line -> Http.JSON.readTree(line)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
