package io.chatkeeper.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A process that stands for a piece of infrastructure. Tests may ill-treat it: after `kill` or
/// `freeze` it comes back on the same port with the same files.
public abstract sealed class Part implements AutoCloseable permits BrokerProcess, StoreProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int ASK_EVERY_MILLIS = 50;

    private final ChildProcess child;

    Part(ChildProcess child) {
        this.child = child;
    }

    /// Whether it answers like one that can do its work.
    abstract boolean answers();

    /// Starts it and returns when it answers.
    ///
    /// @throws CannotStart when it ends instead, or is silent for two minutes
    final void startAndWait() {
        child.start();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!child.alive()) {
                throw new CannotStart("The " + name() + " ended at its start; see " + child.log());
            }
            if (Instant.now().isAfter(limit)) {
                child.kill();
                throw new CannotStart("The " + name() + " does not answer; see " + child.log());
            }
            Waiting.millis(ASK_EVERY_MILLIS);
        }
    }

    /// Starts all at once and returns when all answer. Those that came up when another did not are
    /// left to the caller.
    static void startAll(List<? extends Part> parts) {
        List<CompletableFuture<Void>> starts =
                parts.stream().map(part -> inBackground(part::startAndWait)).toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart reason
                    ? reason
                    : new CannotStart("A part did not come up.", e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private static CompletableFuture<Void> inBackground(Runnable start) {
        return CompletableFuture.runAsync(start, task -> Thread.ofVirtual().start(task));
    }

    abstract String name();

    final ChildProcess child() {
        return child;
    }

    /// Its process id; another one after `restart`.
    public final long pid() {
        return child.handle().pid();
    }

    /// Whether the process lives.
    public final boolean alive() {
        return child.alive();
    }

    /// `kill -9`: nothing is flushed, no client is told. Returns when the process is gone.
    public final void kill() {
        child.kill();
    }

    /// Starts it again after `kill` or `close`, on the same port with the same files; stops it
    /// first when it still runs. Returns when it answers.
    public final void restart() {
        child.stop(STOP_LIMIT);
        startAndWait();
    }

    /// Stops its execution where it is (SIGSTOP), as a long pause of the machine would.
    public final void freeze() {
        child.freeze();
    }

    /// Lets it go on after `freeze`.
    public final void thaw() {
        child.thaw();
    }

    /// Stops it: politely first, by force after 15 seconds.
    @Override
    public final void close() {
        child.stop(STOP_LIMIT);
    }
}
