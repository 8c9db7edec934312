package io.chatkeeper.local;

import java.time.Duration;

/// Keeps one process running: when it ends and nobody asked it to, it is started again, after a
/// pause that doubles with every death in short succession.
final class Supervisor {

    static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// A process that lived this long starts again with the first pause.
    static final Duration SETTLED = Duration.ofSeconds(30);

    private final String name;
    private final ChildProcess child;
    private final Pids pids;
    private final Progress progress;
    private boolean stopping;
    private long backAt; // In nanoseconds; matters only while `away`.
    private boolean away;
    private volatile int deaths; // Changed by the watching thread only.

    Supervisor(String name, ChildProcess child, Pids pids, Progress progress) {
        this.name = name;
        this.child = child;
        this.pids = pids;
        this.progress = progress;
    }

    String name() {
        return name;
    }

    ChildProcess child() {
        return child;
    }

    /// How often it ended without having been asked to, since it last lived for a while.
    int deathsInSuccession() {
        return deaths;
    }

    /// Starts the process unless it runs already, and watches it from now on.
    void start() {
        if (startUnlessStopping()) {
            Thread.ofVirtual().name("watch-" + name).start(this::watch);
        }
    }

    private synchronized boolean startUnlessStopping() {
        if (stopping) {
            return false;
        }
        if (!child.alive()) {
            child.start();
        }
        pids.running(name, child.handle());
        return true;
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        do {
            long since = System.nanoTime();
            int code = child.exit().join().exitValue();
            if (Duration.ofNanos(System.nanoTime() - since).compareTo(SETTLED) > 0) {
                pause = FIRST_PAUSE;
                deaths = 0;
            }
            if (isStopping()) {
                return;
            }
            if (isAway()) {
                waitUntilItIsTime();
                continue;
            }
            deaths++;
            progress.say(
                    "%s ended (exit code %d); it is started again in %d ms"
                            .formatted(name, code, pause.toMillis()));
            Waiting.millis(pause.toMillis());
            pause = longer(pause);
        } while (startUnlessStopping());
    }

    static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /// Stops the process as `stop` does and starts it again when `absence` is over. That is no
    /// death.
    void away(Duration absence, Duration limit) {
        synchronized (this) {
            away = true;
            backAt = System.nanoTime() + absence.toNanos();
        }
        progress.say("%s is away for %d s".formatted(name, absence.toSeconds()));
        child.stop(limit);
    }

    private synchronized boolean isAway() {
        return away;
    }

    private void waitUntilItIsTime() {
        long rest;
        synchronized (this) {
            rest = backAt - System.nanoTime();
            away = false;
        }
        Waiting.millis(Math.max(0, rest / 1_000_000));
    }

    /// Stops the process for good: politely, and by force after `limit`.
    void stop(Duration limit) {
        synchronized (this) {
            stopping = true;
        }
        child.stop(limit);
        pids.ended(name);
    }
}
