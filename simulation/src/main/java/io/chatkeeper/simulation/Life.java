package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/// One life of a process, from its start to its end by kill -9. While it is frozen nothing of it
/// runs; once it is dead nothing of it runs any more.
final class Life implements Pause {
    /// Learns of every step that a process takes, and may end it there.
    interface Fate {
        boolean ends(Life life, Step step);
    }

    private final Scheduler scheduler;
    private final String service;
    private final int slot;
    private final long number;
    private final Fate fate;
    private final List<Runnable> held = new ArrayList<>();
    private CompletableFuture<Void> stirred = new CompletableFuture<>();
    private boolean dead;
    private boolean frozen;
    private long activity;

    Life(Scheduler scheduler, String service, int slot, long number, Fate fate) {
        this.scheduler = scheduler;
        this.service = service;
        this.slot = slot;
        this.number = number;
        this.fate = fate;
    }

    String service() {
        return service;
    }

    int slot() {
        return slot;
    }

    long number() {
        return number;
    }

    boolean isDead() {
        return dead;
    }

    boolean isFrozen() {
        return frozen;
    }

    void kill() {
        dead = true;
        held.clear();
    }

    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
        held.forEach(work -> scheduler.now(this, work));
        held.clear();
    }

    void hold(Runnable work) {
        held.add(work);
    }

    /// Starts a thread of this process.
    void start(String name, Runnable work) {
        thread(name, work).start();
    }

    ThreadFactory threads(String name) {
        return work -> thread(name, work);
    }

    private Thread thread(String name, Runnable work) {
        return Threads.on(task -> scheduler.now(this, task), name, work);
    }

    /// A step at which the process may end.
    void reach(Step step) {
        if (dead || fate.ends(this, step)) {
            stopHere();
        }
        if (step != Step.POLL) {
            stir();
        }
    }

    private void stir() {
        activity++;
        CompletableFuture<Void> signal = stirred;
        stirred = new CompletableFuture<>();
        signal.complete(null);
    }

    /// Whether it is still alive after this step, which it takes outside of its own threads.
    boolean survives(Step step) {
        stir();
        return !dead && !fate.ends(this, step);
    }

    private static void stopHere() {
        while (Thread.currentThread().isVirtual()) {
            LockSupport.park();
        }
    }

    /// How much has happened in this process: a consumer that sleeps looks at it.
    long activity() {
        return activity;
    }

    /// Completes at the next step.
    CompletableFuture<Void> stirred() {
        return stirred;
    }

    @Override
    public void atMost(Duration time, CompletableFuture<?> signal) throws InterruptedException {
        var over = new CompletableFuture<Void>();
        signal.whenComplete((_, _) -> over.complete(null));
        scheduler.in(time, this, () -> over.complete(null));
        try {
            over.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lets time pass where nobody interrupts. Who sleeps until something happens looks again then.
    void waitFor(Duration time) {
        try {
            of(time);
            stir();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
