package io.chatkeeper.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Houses to test in.
final class Houses {
    private static final java.util.Map<String, String> IMPATIENT =
            java.util.Map.of(
                    "CHATKEEPER_PRESENCE_AWAY_AFTER", "1s",
                    "CHATKEEPER_PRESENCE_GIVE_BACK_AFTER", "5s");

    private Houses() {}

    static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("chatkeeper-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static House open(Path data) {
        return House.start(HouseSettings.of(RealParts.repositoryRoot(), data), Houses::say);
    }

    /// A house that tells every trace to a collector.
    static House traced(Path data, String collector) {
        HouseSettings settings =
                HouseSettings.of(RealParts.repositoryRoot(), data)
                        .with("CHATKEEPER_TRACES", collector)
                        .with("CHATKEEPER_TRACES_SHARE", "1");
        return House.start(settings, Houses::say);
    }

    /// A house that waits for lost agents as many seconds as the shipped one waits minutes.
    static House open(Path data, Path sops) {
        HouseSettings settings =
                new HouseSettings(
                        RealParts.repositoryRoot(), data, 0, sops, IMPATIENT, java.util.Map.of());
        return House.start(settings, Houses::say);
    }

    /// A house whose views are made anew from the log.
    static House rebuilt(Path data) {
        HouseSettings settings =
                HouseSettings.of(RealParts.repositoryRoot(), data)
                        .with("CHATKEEPER_PROJECTION_GENERATION", "restored");
        return House.start(settings, Houses::say);
    }

    /// A copy of the shipped SOPs in which the loan company counts in seconds where the original
    /// counts in minutes, as its next version.
    static Path hurriedSops(Path folder) {
        Path shipped = RealParts.repositoryRoot().resolve("deploy/sops");
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        file.endsWith("tidio-loan.yaml") ? hurried(text) : text);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A version that is higher than any that is shipped.
    private static String hurried(String sop) {
        return sop.replaceAll("(?m)^( *(?:warn|breach): PT\\d+)M", "$1S")
                .replaceAll("(?m)^version: \\d+", "version: 900");
    }

    /// What `./run` prints when it is asked for something other than a house.
    static String run(Path data, String... words) {
        Path root = RealParts.repositoryRoot();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", root.resolve("deploy/local/target/classes").toString()));
        command.add("io.chatkeeper.local.Run");
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("CHATKEEPER_ROOT", root.toString());
        builder.environment().put("CHATKEEPER_DATA", data.toString());
        try {
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("exit code " + code + " of " + command);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> services() {
        return House.SERVICES;
    }

    private static void say(String line) {
        System.out.println("[house] " + line);
    }
}
