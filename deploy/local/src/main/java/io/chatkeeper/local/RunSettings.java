package io.chatkeeper.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads what a person says at the terminal: arguments and `CHATKEEPER_…` settings.
final class RunSettings {

    static final String USAGE =
            """
            ./run [--replicas <service>=<count>,...]...
            ./run sop-test <SOP file> [<scenarios>]   plays the scenarios of a procedure
            ./run verify-log [<stream>]   follows the chain of hashes through the stored log
            ./run clock-report <from> <to>   counts kept and broken promises from the stored log
            ./run backup <folder>    copies everything that lasts, with Chatkeeper stopped
            ./run restore <folder>   brings it back into an empty CHATKEEPER_DATA, and verifies
              CHATKEEPER_PORT       port of the gateway (8080)
              CHATKEEPER_DATA       folder for everything that lasts (data)
              CHATKEEPER_SOPS       folder with the SOP files (deploy/sops)
              CHATKEEPER_KAFKA      bootstrap servers; then no broker is started
              CHATKEEPER_MONGO_URI  a MongoDB without database name; then no store is started
              CHATKEEPER_JAVA_HOME  a JDK 25
              CHATKEEPER_LIMITS     off lifts the rate limits, for load tests
              CHATKEEPER_AOT        off starts without training the programs first\
            """;

    /// These are for the house, not for its services.
    private static final List<String> OURS =
            List.of("CHATKEEPER_PORT", "CHATKEEPER_DATA", "CHATKEEPER_SOPS", "CHATKEEPER_ROOT");

    private static final int HIGHEST_PORT = 65_535;

    private RunSettings() {}

    /// @throws CannotStart with the usage, when something is not understood
    static HouseSettings from(List<String> arguments, Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("CHATKEEPER_ROOT", ".")).toAbsolutePath();
        return new HouseSettings(
                root.normalize(),
                folder(environment, "CHATKEEPER_DATA", root.resolve("data")),
                port(environment.getOrDefault("CHATKEEPER_PORT", "8080")),
                folder(environment, "CHATKEEPER_SOPS", root.resolve("deploy/sops")),
                forServices(environment),
                replicas(arguments.iterator()));
    }

    /// A relative folder is meant from where the person stands, as with every command.
    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String given = environment.getOrDefault(name, "");
        return (given.isBlank() ? otherwise : Path.of(given)).toAbsolutePath().normalize();
    }

    private static Map<String, String> forServices(Map<String, String> environment) {
        Predicate<Map.Entry<String, String>> wanted =
                entry -> entry.getKey().startsWith("CHATKEEPER_") && !OURS.contains(entry.getKey());
        return environment.entrySet().stream()
                .filter(wanted)
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int port(String text) {
        int port = number(text);
        if (port > HIGHEST_PORT) {
            throw misused("CHATKEEPER_PORT=" + text);
        }
        return port;
    }

    private static Map<String, Integer> replicas(Iterator<String> arguments) {
        Map<String, Integer> replicas = new TreeMap<>();
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (!argument.equals("--replicas") || !arguments.hasNext()) {
                throw misused(argument);
            }
            for (String wish : arguments.next().split(",", -1)) {
                String[] pair = wish.split("=", 2);
                if (pair.length != 2) {
                    throw misused(argument + " " + wish);
                }
                replicas.put(pair[0], number(pair[1]));
            }
        }
        return replicas;
    }

    private static int number(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException _) {
            throw misused(text);
        }
    }

    private static CannotStart misused(String argument) {
        return new CannotStart("Not understood: " + argument + "\n" + USAGE);
    }
}
