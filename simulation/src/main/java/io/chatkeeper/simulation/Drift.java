package io.chatkeeper.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What goes wrong with time itself, in some of the runs: the clocks of machines jump by up to an
/// hour, forward and back, and sla-service hears of things long after they happened. The broker's
/// clock is the true one. Draws its own lots, so that all other runs stay as they are.
final class Drift {
    private static final long OWN_LOTS = 0x5DEECE66DL;
    private static final int JUMPS = 6;
    private static final Duration FARTHEST = Duration.ofHours(1);
    private static final Duration SPAN = Duration.ofMinutes(25);
    private static final Duration LONGEST_LAG = Duration.ofMinutes(18);
    private static final int LAGS_ONE_IN = 4;
    private static final String LATE = "sla";

    private final Scheduler scheduler;
    private final Random chance;
    private final boolean jumps;
    private final boolean lags;
    private final Map<String, Machine> machines = new TreeMap<>();
    private boolean active = true;
    private long jumped;
    private long lagged;

    Drift(Scheduler scheduler, long seed) {
        this.scheduler = scheduler;
        this.chance = new Random(seed ^ OWN_LOTS);
        this.jumps = chance.nextInt(3) == 0;
        this.lags = chance.nextInt(4) == 0;
    }

    /// The clock of the machine on which an instance runs, in all its lives.
    InstantSource machine(Life life) {
        return machines.computeIfAbsent(
                life.service() + life.slot(), _ -> new Machine(scheduler, Duration.ZERO));
    }

    /// Sets the jumps of this run up.
    void begin(Life outside) {
        int count = jumps ? 1 + chance.nextInt(JUMPS) : 0;
        for (int i = 0; i < count; i++) {
            scheduler.in(between(Duration.ZERO, SPAN), outside, this::jump);
        }
    }

    private void jump() {
        if (active && !machines.isEmpty()) {
            Machine machine =
                    machines.values().stream()
                            .skip(chance.nextInt(machines.size()))
                            .findFirst()
                            .orElseThrow();
            jumped++;
            machine.skew = between(FARTHEST.negated(), FARTHEST);
        }
    }

    private Duration between(Duration from, Duration to) {
        return from.plusMillis(chance.nextLong(to.minus(from).toMillis() + 1));
    }

    /// How long a listener of that service waits before it takes a batch; mostly not at all.
    Duration lag(Life life) {
        if (!active || !lags || !life.service().equals(LATE) || chance.nextInt(LAGS_ONE_IN) > 0) {
            return Duration.ZERO;
        }
        lagged++;
        return between(Duration.ZERO, LONGEST_LAG);
    }

    /// How often a machine's clock has jumped.
    long jumped() {
        return jumped;
    }

    /// How often a listener of that service has waited.
    long lagged() {
        return lagged;
    }

    /// From now on every clock is right.
    void end() {
        active = false;
        machines.values().forEach(machine -> machine.skew = Duration.ZERO);
    }

    private static final class Machine implements InstantSource {
        private final Scheduler scheduler;
        private Duration skew;

        Machine(Scheduler scheduler, Duration skew) {
            this.scheduler = scheduler;
            this.skew = skew;
        }

        @Override
        public Instant instant() {
            return scheduler.instant().plus(skew);
        }
    }
}
