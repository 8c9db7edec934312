package io.chatkeeper.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The one scheduler: of everything that could happen next, chance picks one. Time passes when
/// nothing is left to do at this instant, and now and then a little earlier.
final class Scheduler implements InstantSource {
    private static final Duration HASTE = Duration.ofMillis(20);
    private static final int HASTE_ONE_IN = 16;

    private record Task(Life life, Runnable work) {}

    private record Timed(Instant at, long order, Task task) {}

    private final Random chance;
    private final Queue<Task> inbox = new ConcurrentLinkedQueue<>();
    private final List<Task> ready = new ArrayList<>();
    private final PriorityQueue<Timed> later =
            new PriorityQueue<>(Comparator.comparing(Timed::at).thenComparing(Timed::order));
    private final Thread driver = Thread.currentThread();
    private Instant now;
    private long order;
    private long steps;
    private long digest;
    private boolean disturbed;

    Scheduler(Random chance, Instant start) {
        this.chance = chance;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Counts on evenly, as a processor counts.
    long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    long steps() {
        return steps;
    }

    /// What tells two runs apart: every choice and instant goes in.
    long digest() {
        return digest;
    }

    /// Whether a thread from outside has woken one of ours: the run can't be replayed then.
    boolean wasDisturbed() {
        return disturbed;
    }

    void mix(long what) {
        digest = digest * 0x9E3779B97F4A7C15L + what;
    }

    /// Something that can be done now.
    void now(Life life, Runnable work) {
        Thread caller = Thread.currentThread();
        if (caller != driver && !caller.isVirtual() && !life.isDead()) {
            disturbed = true;
        }
        inbox.add(new Task(life, work));
    }

    /// Something that can be done from then on.
    void in(Duration time, Life life, Runnable work) {
        later.add(new Timed(now.plus(time), order++, new Task(life, work)));
    }

    /// Does one thing; false if nothing is left to do before that instant.
    boolean step(Instant until) {
        collect();
        while (ready.isEmpty()) {
            if (later.isEmpty() || later.peek().at.isAfter(until)) {
                return false;
            }
            pass();
        }
        if (chance.nextInt(HASTE_ONE_IN) == 0
                && !later.isEmpty()
                && later.peek().at.isBefore(now.plus(HASTE))) {
            pass();
        }
        run(pick());
        return true;
    }

    private void collect() {
        for (Task task = inbox.poll(); task != null; task = inbox.poll()) {
            ready.add(task);
        }
    }

    /// On to the next instant at which something can be done.
    private void pass() {
        now = later.peek().at.isAfter(now) ? later.peek().at : now;
        while (!later.isEmpty() && !later.peek().at.isAfter(now)) {
            Task due = later.poll().task;
            if (!due.life.isDead()) {
                ready.add(due);
            }
        }
    }

    private Task pick() {
        int index = chance.nextInt(ready.size());
        Task last = ready.removeLast();
        if (index == ready.size()) {
            return last;
        }
        return ready.set(index, last);
    }

    private void run(Task task) {
        steps++;
        mix(task.life.number() * 31L + now.toEpochMilli());
        if (task.life.isFrozen()) {
            task.life.hold(task.work);
        } else if (!task.life.isDead()) {
            task.work.run();
        }
    }
}
