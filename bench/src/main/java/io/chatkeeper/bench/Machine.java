package io.chatkeeper.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a run took place, and of what.
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /// Processors, memory, system and Java, in one line.
    static String description() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize() >> 30
                        : 0;
        return "%d × %s, %d GB, %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        memory,
                        System.getProperty("os.name"),
                        System.getProperty("java.version"));
    }

    private static String processor() {
        try {
            return Files.readAllLines(CPUS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException _) {
            return "processor";
        }
    }

    /// The commit, with a `+` behind it when files have been changed since.
    static String commit(Path root) {
        String changes = git(root, "status", "--porcelain", "--untracked-files=no");
        return git(root, "rev-parse", "--short=12", "HEAD") + (changes.isEmpty() ? "" : "+");
    }

    private static String git(Path root, String... words) {
        java.util.List<String> command =
                new java.util.ArrayList<>(java.util.List.of("git", "-C", root.toString()));
        command.addAll(java.util.List.of(words));
        try {
            Process git = new ProcessBuilder(command).start();
            byte[] said = git.getInputStream().readAllBytes();
            return new String(said, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "unknown";
        }
    }
}
