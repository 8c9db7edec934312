package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// A Kafka broker (KRaft, one node) as a process. Topics are not created by use.
public final class BrokerProcess extends Part {

    private static final String SETTINGS =
            """
            # Written at every start.
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=6
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=6
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=4194304
            num.network.threads=2
            num.io.threads=2
            # A broker that was killed may register again when its old session has run out.
            broker.session.timeout.ms=4000
            broker.heartbeat.interval.ms=500
            """;

    private final int port;

    private BrokerProcess(ChildProcess child, int port) {
        super(child);
        this.port = port;
    }

    /// Starts one that keeps its files in `data/kafka` and logs to `data/logs/broker.log`.
    ///
    /// @throws CannotStart when it does not come up
    public static BrokerProcess start(Path root, Path data) {
        BrokerProcess broker = prepared(root, data, app(root, Flags.QUICK_START)::command);
        broker.startAndWait();
        return broker;
    }

    static App app(Path root, Flags flags) {
        return new PartPrograms(root, flags).app("broker", "io.chatkeeper.local.BrokerMain");
    }

    /// @param run from its options and arguments to the words that start it
    static BrokerProcess prepared(
            Path root, Path data, BiFunction<List<String>, String[], List<String>> run) {
        int port = Ports.free();
        Path files = data.resolve("kafka").toAbsolutePath();
        Path logs = files.resolve("log");
        Path settings = files.resolve("server.properties");
        try {
            Files.createDirectories(logs);
            Files.writeString(settings, SETTINGS.formatted(port, Ports.free(), logs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String self = Long.toString(ProcessHandle.current().pid());
        String[] arguments = {settings.toString(), logs.toString(), self};
        List<String> command = run.apply(List.of("-Xms128m", "-Xmx256m"), arguments);
        Path log = data.resolve("logs/broker.log");
        return new BrokerProcess(new ChildProcess(command, Map.of(), root, log), port);
    }

    /// Bootstrap servers: `127.0.0.1:<port>`.
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    String name() {
        return "broker";
    }

    @Override
    boolean answers() {
        return BrokerProbe.knowsItself(port);
    }
}
