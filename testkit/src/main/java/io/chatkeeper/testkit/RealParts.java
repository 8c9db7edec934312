package io.chatkeeper.testkit;

import io.chatkeeper.local.LocalParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the real broker and the embedded store, started once for all test classes of a run.
public final class RealParts implements ParameterResolver {
    /// A broker and a store that answer.
    ///
    /// @param kafka bootstrap servers
    /// @param mongo connection string without a database
    public record Addresses(String kafka, String mongo) {}

    private record Running(LocalParts parts) implements AutoCloseable {
        @Override
        public void close() {
            parts.close();
        }
    }

    /// The folder of the parent pom.
    public static Path repositoryRoot() {
        String root = System.getProperty("chatkeeper.root");
        if (root == null) {
            throw new IllegalStateException("the build did not say where the repository is");
        }
        return Path.of(root);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Addresses.class;
    }

    @Override
    public Addresses resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalParts parts =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(RealParts.class))
                        .computeIfAbsent("parts", _ -> start(), Running.class)
                        .parts();
        return new Addresses(parts.kafka(), parts.mongoUri());
    }

    private static Running start() {
        try {
            Path data = Files.createTempDirectory("chatkeeper-parts");
            return new Running(LocalParts.start(repositoryRoot(), data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
