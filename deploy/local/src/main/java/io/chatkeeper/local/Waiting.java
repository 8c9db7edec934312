package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Waiting for something outside, with interruption as the way out.
final class Waiting {

    private Waiting() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Runs a small program to its end; its output is dropped. Returns its exit code.
    static int forProgram(Path folder, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static void forEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Runs something that has to be finished although this thread was told to stop waiting.
    static void uninterrupted(Runnable task) {
        boolean interrupted = Thread.interrupted();
        try {
            task.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static CannotStart interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotStart("Interrupted while waiting.", e);
    }
}
