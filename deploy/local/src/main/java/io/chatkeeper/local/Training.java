package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the ahead-of-time cache of a program by starting it once up to the point where everything
/// is wired. With it a service needs half the processor time to become ready. One training runs at
/// a time on this machine. One that failed is not tried again for the same jar.
final class Training {

    private static final long LIMIT_SECONDS = 180;

    private final Path folder;
    private final Path root;
    private final Path logs;
    private final Progress progress;

    Training(Path folder, Path root, Path logs, Progress progress) {
        this.folder = folder;
        this.root = root;
        this.logs = logs;
        this.progress = progress;
    }

    /// Trains `app` unless it has a cache, cannot have one or has failed before.
    void train(String service, App app, String heap, Map<String, String> environment) {
        synchronized (Training.class) {
            Path lock = folder.resolve("training.lock");
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (isWanted(app)) {
                    trainNow(service, app, heap, environment);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static boolean isWanted(App app) {
        return app.unpacked() && Files.notExists(app.cache()) && Files.notExists(failure(app));
    }

    private static Path failure(App app) {
        return app.cache().resolveSibling("app.aot.failed");
    }

    private void trainNow(String service, App app, String heap, Map<String, String> environment)
            throws IOException {
        progress.say("training " + service + " for a quick start (once per build)");
        Path fresh = app.cache().resolveSibling("app.aot.new");
        Path log = logs.resolve(service + "-training.log");
        ChildProcess child = new ChildProcess(app.training(heap, fresh), environment, root, log);
        child.start();
        if (endsWell(child) && Files.exists(fresh)) {
            Files.move(fresh, app.cache());
        } else {
            Files.deleteIfExists(fresh);
            Files.createFile(failure(app));
            progress.say(service + " could not be trained and starts slowly; see " + log);
        }
    }

    private static boolean endsWell(ChildProcess child) {
        try {
            return child.exit().get(LIMIT_SECONDS, TimeUnit.SECONDS).exitValue() == 0;
        } catch (TimeoutException _) {
            killAll(child);
            return false;
        } catch (InterruptedException e) {
            Waiting.uninterrupted(() -> killAll(child));
            throw Waiting.interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The cache is written by a second machine, which the first one starts.
    private static void killAll(ChildProcess child) {
        child.handle().descendants().forEach(ProcessHandle::destroyForcibly);
        child.kill();
    }
}
