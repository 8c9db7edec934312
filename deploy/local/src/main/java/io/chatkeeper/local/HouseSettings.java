package io.chatkeeper.local;

import java.nio.file.Path;
import java.util.Map;

/// How a house is to be run.
///
/// @param root the repository, where the services are built
/// @param data the folder that holds everything that lasts; one house at a time may use it
/// @param port of the gateway; 0 means any free one
/// @param sops the folder with the SOP files
/// @param environment further settings for every service; they win over the house's own. Four of
///   them the house heeds itself: `CHATKEEPER_KAFKA` and `CHATKEEPER_MONGO_URI` name servers to use
///   instead of own ones, `CHATKEEPER_AOT=off` starts without training, `CHATKEEPER_JIT=production`
///   gives the services the full compiler and the heap of production
/// @param replicas how many processes of a service, where it is not one
public record HouseSettings(
        Path root,
        Path data,
        int port,
        Path sops,
        Map<String, String> environment,
        Map<String, Integer> replicas) {

    /// Copies the maps.
    public HouseSettings {
        environment = Map.copyOf(environment);
        replicas = Map.copyOf(replicas);
    }

    /// The shipped SOPs, any free port, one process of each service.
    public static HouseSettings of(Path root, Path data) {
        return new HouseSettings(root, data, 0, root.resolve("deploy/sops"), Map.of(), Map.of());
    }

    /// The same with one more setting for every service.
    public HouseSettings with(String name, String value) {
        var more = new java.util.HashMap<>(environment);
        more.put(name, value);
        return new HouseSettings(root, data, port, sops, more, replicas);
    }

    int replicasOf(String service) {
        return replicas.getOrDefault(service, 1);
    }

    Flags flags() {
        return "production".equals(environment.get("CHATKEEPER_JIT"))
                ? Flags.PRODUCTION
                : Flags.QUICK_START;
    }

    boolean trains() {
        return !"off".equals(environment.get("CHATKEEPER_AOT"));
    }
}
