package io.chatkeeper.system;

import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Houses to test in.
final class Houses {
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

    static House open(Path data, Path sops) {
        HouseSettings settings =
                new HouseSettings(
                        RealParts.repositoryRoot(),
                        data,
                        0,
                        sops,
                        java.util.Map.of(),
                        java.util.Map.of());
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

    static List<String> services() {
        return House.SERVICES;
    }

    private static void say(String line) {
        System.out.println("[house] " + line);
    }
}
