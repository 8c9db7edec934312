package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.BareProduce;
import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.bench.targets.NullStoreService;
import io.chatkeeper.bench.targets.PingPong;
import io.chatkeeper.local.Flags;
import io.chatkeeper.local.LocalParts;
import io.chatkeeper.pipeline.kafka.TopicSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/// A fresh broker and store with the client's connection to both, and whatever is started on them.
/// All of it goes when this is closed, the last first; the logs stay in `bench/target/logs`.
final class Ground implements AutoCloseable {
    private final Path folder;
    private final Path kept;
    private final LocalParts parts;
    private final Connection connection;
    private final Deque<AutoCloseable> further = new ArrayDeque<>();
    private final Map<String, Long> pids = new LinkedHashMap<>();

    private Ground(Path folder, Path kept, LocalParts parts) {
        this.folder = folder;
        this.kept = kept;
        this.parts = parts;
        this.connection = new Connection(parts.kafka(), parts.mongoUri());
        pids.put("client", ProcessHandle.current().pid());
        pids.put("broker", parts.broker().pid());
        pids.put("store", parts.store().pid());
    }

    static Ground open(Path root) throws Exception {
        Path folder = Files.createTempDirectory("chatkeeper-bench-");
        LocalParts parts;
        try {
            parts = LocalParts.start(root, folder, Flags.PRODUCTION);
        } catch (RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
        Ground ground = new Ground(folder, root.resolve("bench/target/logs"), parts);
        try {
            ground.createTopics();
            return ground;
        } catch (Exception e) {
            ground.close();
            throw e;
        }
    }

    private void createTopics() throws Exception {
        try (var admin = connection.admin()) {
            var setup = new TopicSetup(admin, Connection.PARTITIONS, (short) 1);
            setup.createMissing();
            List<String> own = new ArrayList<>(PingPong.TOPICS);
            own.add(BareProduce.TOPIC);
            own.addAll(NullStoreService.TOPICS);
            admin.createTopics(own.stream().map(Ground::topic).toList()).all().get();
            setup.awaitLeaders(own);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Connection.PARTITIONS, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
    }

    Connection connection() {
        return connection;
    }

    String kafka() {
        return parts.kafka();
    }

    String mongoUri() {
        return parts.mongoUri();
    }

    Path folder() {
        return folder;
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /// Takes something over that is to be closed before broker and store.
    <T extends AutoCloseable> T keep(T part) {
        further.push(part);
        return part;
    }

    /// Takes a program over; its processor time counts from now on.
    Program keep(String name, Program program) {
        pids.put(name, program.pid());
        return keep(program);
    }

    /// The processes whose time counts, the client's own included.
    Map<String, Long> pids() {
        return Map.copyOf(pids);
    }

    /// Whoever is told to stop still cleans up.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        further.forEach(Ground::closeQuietly);
        closeQuietly(connection);
        closeQuietly(parts);
        Folders.keepLogs(folder, kept);
        Folders.delete(folder);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("bench: something did not close: " + e);
        }
    }
}
