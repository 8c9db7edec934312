package io.chatkeeper.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntBiFunction;

/// What `./run` starts: a house for a person at a terminal. Prints what happens, then where to go;
/// Ctrl-C or SIGTERM stops everything.
public final class Run {

    private static final String SOP_TEST = "io.chatkeeper.chat.rehearsal.SopTest";
    private static final String SOP_TESTER = "chat-service";
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /// Longer than a house needs to stop, all its limits taken together.
    private static final long STOP_LIMIT_SECONDS = 60;

    private static final long STARTED = System.nanoTime();

    private Run() {}

    /// Arguments: `--replicas <service>=<count>` any number of times, `verify-log` with or without
    /// a stream id, `clock-report` with two days, `sop-test` with an SOP file, `backup` or
    /// `restore` with a folder, or `--help`.
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.println(RunSettings.USAGE);
            return;
        }
        System.exit(
                switch (words.isEmpty() ? "" : words.getFirst()) {
                    case "verify-log" ->
                            words.size() > 2 ? misused() : reading(LogReading.VERIFIED, words);
                    case "clock-report" ->
                            words.size() != 3 ? misused() : reading(LogReading.REPORTED, words);
                    case "sop-test" -> sopTest(words.subList(1, words.size()));
                    case "backup" -> backup(words.subList(1, words.size()));
                    case "restore" -> withBackup(words.subList(1, words.size()), Backup::restore);
                    default -> keepHouse(words);
                });
    }

    private static int sopTest(List<String> files) {
        try {
            HouseSettings settings = RunSettings.from(List.of(), System.getenv());
            return ServicePrograms.run(settings.root(), SOP_TESTER, SOP_TEST, files);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
    }

    private static int misused() {
        System.err.println(RunSettings.USAGE);
        return MISUSED;
    }

    private static int backup(List<String> folders) {
        return withBackup(
                folders,
                (backup, folder) -> {
                    backup.take(folder);
                    return 0;
                });
    }

    private static int withBackup(List<String> folders, ToIntBiFunction<Backup, Path> work) {
        if (folders.size() != 1) {
            return misused();
        }
        try {
            HouseSettings settings = RunSettings.from(List.of(), System.getenv());
            return work.applyAsInt(new Backup(settings, Run::say), Path.of(folders.getFirst()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
    }

    private static int reading(LogReading reading, List<String> words) {
        try {
            HouseSettings settings = RunSettings.from(List.of(), System.getenv());
            return reading.run(settings, words.subList(1, words.size()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
    }

    private static int keepHouse(List<String> arguments) throws InterruptedException {
        HouseSettings settings;
        try {
            settings = RunSettings.from(arguments, System.getenv());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
        return keepHouse(settings);
    }

    private static int keepHouse(HouseSettings settings) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        stopOnSignal(Thread.currentThread(), over);
        try (House house = House.start(settings, Run::say)) {
            announce(house, settings);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException _) {
            return 0;
        } catch (CannotStart e) {
            if (Thread.interrupted()) {
                return 0;
            }
            System.err.println("Chatkeeper cannot start. " + e.getMessage());
            return FAILED;
        } finally {
            over.countDown();
        }
    }

    /// The interrupt ends the start or the waiting, whichever it is; both then clear up.
    private static void stopOnSignal(Thread keeper, CountDownLatch over) {
        Runnable stop =
                () -> {
                    if (over.getCount() > 0) {
                        say("stopping");
                        keeper.interrupt();
                        awaitQuietly(over);
                        say("stopped");
                    }
                };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            boolean done = over.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!done) {
                say("not everything stopped in time; the next start clears up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void announce(House house, HouseSettings settings) {
        String url = house.url();
        System.out.println();
        System.out.println("Chatkeeper is ready: " + url);
        System.out.println("  console  " + url + "/console/");
        for (String site : sites(settings)) {
            System.out.println("  demo     " + url + "/demo/" + site);
        }
        System.out.println("  docs     " + url + "/openapi.json");
        System.out.println(
                "  sign in as casey, password demo; all of them: deploy/local/users.yaml");
        System.out.println();
    }

    private static List<String> sites(HouseSettings settings) {
        Path file = settings.root().resolve("deploy/local/sites.yaml");
        try {
            return DemoSites.ids(file);
        } catch (IOException e) {
            say("no demo sites: " + e.getMessage());
            return List.of();
        }
    }

    private static void say(String line) {
        double seconds = (System.nanoTime() - STARTED) / 1e9;
        System.out.println("%6.1f s  %s".formatted(seconds, line));
    }
}
