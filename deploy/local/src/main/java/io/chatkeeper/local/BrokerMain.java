package io.chatkeeper.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/// The process of the Kafka broker: formats its folder once, then becomes `kafka.Kafka`. Formatting
/// in the same process saves the start of another Java machine.
///
/// Arguments: the properties file, the log folder, process id of the parent.
public final class BrokerMain {

    private BrokerMain() {}

    /// Serves until it is told to stop or its parent is gone.
    public static void main(String[] arguments) throws IOException {
        String properties = arguments[0];
        Path logs = Path.of(arguments[1]);
        ParentWatch.exitWithParent(Long.parseLong(arguments[2]));
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(properties);
        }
        kafka.Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String id = Uuid.randomUuid().toString();
        String[] command = {"format", "-t", id, "-c", properties};
        int code = kafka.tools.StorageTool.execute(command, System.out);
        if (code != 0) {
            throw new IllegalStateException("the broker's folder could not be formatted: " + code);
        }
    }
}
