package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.bench.targets.Echo;
import io.chatkeeper.bench.targets.NullStoreService;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The programs that are measured, as production would start them.
final class Services {
    private static final String INTERNAL_TOKEN = "a-token-of-the-bench";

    private final Path root;
    private final Ground ground;

    private final Path sops;

    Services(Path root, Ground ground) {
        this(root, ground, root.resolve("deploy/sops"));
    }

    /// @param sops the folder of the procedures that are published at the start
    Services(Path root, Ground ground, Path sops) {
        this.root = root;
        this.ground = ground;
        this.sops = sops;
    }

    Program echo() {
        String parent = Long.toString(ProcessHandle.current().pid());
        return ground.keep(
                "echo",
                Program.start("echo", ground.logs(), Echo.class, List.of(ground.kafka(), parent)));
    }

    /// A service from its own jar.
    Program service(String name) {
        return service(name, 1);
    }

    /// One of several instances of a service.
    Program service(String name, int number) {
        String process = number == 1 ? name : name + "-" + number;
        return ground.keep(process, instance(name, number, List.of("-jar", jar(name).toString())));
    }

    /// The same with its own words for the Java machine, for the caller to end.
    Program instance(String name, int number, List<String> words) {
        String instance = name + "-" + number;
        return Program.start(
                number == 1 ? name : instance, ground.logs(), environment(instance), words);
    }

    Path jar(String name) {
        return root.resolve(name + "/target/" + name + "-0.1.0-SNAPSHOT-app.jar");
    }

    private Map<String, String> environment(String instance) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("CHATKEEPER_KAFKA", ground.kafka());
        environment.put("CHATKEEPER_MONGO_URI", ground.mongoUri());
        environment.put("CHATKEEPER_PARTITIONS", Integer.toString(Connection.PARTITIONS));
        environment.put("CHATKEEPER_INSTANCE", instance);
        environment.put("CHATKEEPER_INTERNAL_TOKEN", INTERNAL_TOKEN);
        environment.put("CHATKEEPER_SOPS", sops.toString());
        environment.put("SERVER_PORT", "0");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return environment;
    }

    Program nullStore() {
        return nullStore(NullStoreService.SERVICE, 1);
    }

    /// One of the instances that share the topics of a name.
    Program nullStore(String service, int number) {
        String instance = service + "-" + number;
        List<String> arguments =
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        "--spring.config.import=classpath:chatkeeper-service.yml",
                        "--spring.main.web-application-type=none",
                        "--chatkeeper.pipeline.service=" + service,
                        "--chatkeeper.pipeline.instance=" + instance,
                        "--chatkeeper.calls.internal-token=" + INTERNAL_TOKEN,
                        "--chatkeeper.pipeline.kafka=" + ground.kafka(),
                        "--chatkeeper.pipeline.mongo=" + ground.mongoUri(),
                        "--chatkeeper.pipeline.partitions=" + Connection.PARTITIONS);
        return ground.keep(
                instance,
                Program.start(instance, ground.logs(), NullStoreService.class, arguments));
    }
}
