package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the ahead-of-time caches of programs by running each once until it is ready: everything
/// that a start needs is then remembered, the first talk with broker and store included. With its
/// cache a program needs half the processor time to become ready. One training runs at a time for a
/// folder of caches. One that failed is not tried again for the same program.
final class Training {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final long END_LIMIT_SECONDS = 180;
    private static final int ASK_EVERY_MILLIS = 100;

    /// While one waits, for a disk or for the broker, the other computes.
    private static final int AT_ONCE = 2;

    private final Path folder;
    private final Progress progress;

    Training(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    static boolean isWanted(App app) {
        return app.trainable() && Files.notExists(app.cache()) && Files.notExists(failure(app));
    }

    private static Path failure(App app) {
        return app.cache().resolveSibling(app.cache().getFileName() + ".failed");
    }

    /// Trains those that have no cache, may have one and have not failed before.
    void train(List<Trainee> trainees) {
        if (trainees.stream().noneMatch(trainee -> isWanted(trainee.app()))) {
            return;
        }
        synchronized (Training.class) {
            Path lock = folder.resolve("training.lock");
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                trainAll(trainees.stream().filter(trainee -> isWanted(trainee.app())).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void trainAll(List<Trainee> wanted) {
        List<Callable<Void>> runs = wanted.stream().map(this::training).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> run : pool.invokeAll(runs)) {
                run.get();
            }
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a program could not be trained", e.getCause());
        }
    }

    private Callable<Void> training(Trainee trainee) {
        return () -> {
            train(trainee);
            return null;
        };
    }

    private void train(Trainee trainee) throws IOException {
        progress.say("training " + trainee.name() + " for a quick start (once per build)");
        App app = trainee.app();
        Path fresh = app.freshCache();
        ChildProcess child = trainee.child();
        child.start();
        if (endsWell(child, trainee) && Files.exists(fresh)) {
            Files.move(fresh, app.cache());
        } else {
            Files.deleteIfExists(fresh);
            Files.createFile(failure(app));
            progress.say(
                    trainee.name() + " could not be trained and starts slowly; see " + child.log());
        }
    }

    /// One that is not ready in time has been seen starting all the same.
    private static boolean endsWell(ChildProcess child, Trainee trainee) {
        try {
            Instant limit = Instant.now().plus(READY_LIMIT);
            while (!trainee.ready().getAsBoolean() && Instant.now().isBefore(limit)) {
                if (!child.alive()) {
                    return false;
                }
                Waiting.millis(ASK_EVERY_MILLIS);
            }
            child.handle().destroy();
            child.exit().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            killAll(child);
            return false;
        } catch (CannotStart interrupted) {
            Waiting.uninterrupted(() -> killAll(child));
            throw interrupted;
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
