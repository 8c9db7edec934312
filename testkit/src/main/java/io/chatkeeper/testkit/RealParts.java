package io.chatkeeper.testkit;

import io.chatkeeper.local.LocalParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/// Gives a test the real broker and the embedded store, started once for all test classes of a run;
/// to a test that is `@InContainers` both from containers.
public final class RealParts implements ParameterResolver {
    /// A broker and a store that answer.
    ///
    /// @param kafka bootstrap servers
    /// @param mongo connection string without a database
    public record Addresses(String kafka, String mongo) {}

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
        boolean contained = context.getRequiredTestClass().isAnnotationPresent(InContainers.class);
        ExtensionContext.Store started =
                context.getRoot().getStore(ExtensionContext.Namespace.create(RealParts.class));
        return contained
                ? started.computeIfAbsent("containers", _ -> Contained.start(), Contained.class)
                        .addresses()
                : started.computeIfAbsent("parts", _ -> Embedded.start(), Embedded.class)
                        .addresses();
    }

    private record Embedded(LocalParts parts) implements AutoCloseable {
        static Embedded start() {
            try {
                Path data = Files.createTempDirectory("chatkeeper-parts");
                return new Embedded(LocalParts.start(repositoryRoot(), data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Addresses addresses() {
            return new Addresses(parts.kafka(), parts.mongoUri());
        }

        @Override
        public void close() {
            parts.close();
        }
    }

    /// The images that `deploy/compose` names.
    private record Contained(KafkaContainer broker, MongoDBContainer store)
            implements AutoCloseable {
        static Contained start() {
            KafkaContainer broker = new KafkaContainer("apache/kafka:4.1.0");
            MongoDBContainer store = new MongoDBContainer("mongo:8.0");
            Startables.deepStart(broker, store).join();
            return new Contained(broker, store);
        }

        Addresses addresses() {
            return new Addresses(broker.getBootstrapServers(), store.getConnectionString());
        }

        @Override
        public void close() {
            store.stop();
            broker.stop();
        }
    }
}
