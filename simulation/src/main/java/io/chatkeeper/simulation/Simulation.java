package io.chatkeeper.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One run of the whole house, driven by a seed: trouble first, then calm, then the question
/// whether every promise was kept. The same seed gives the same run.
public final class Simulation {
    private static final Duration TROUBLE = Duration.ofMinutes(30);
    private static final Duration CALM = Duration.ofHours(30);
    private static final long STEPS = 400_000;

    private Simulation() {}

    /// Runs a seed.
    ///
    /// @param sops the folder of the shipped procedures
    public static Report run(long seed, Path sops) {
        var house = new House(seed);
        var caller = new Caller(house);
        var truth = new Truth(house.broker());
        var workload = new Workload(house, caller, truth, sops);
        try {
            house.open();
            house.outside().start("workload", workload::begin);
            Instant start = house.scheduler().instant();
            while (house.scheduler().step(start.plus(TROUBLE)) && house.failures().isEmpty()) {
                if (house.scheduler().steps() > 10 && workload.isDone()) {
                    break;
                }
                limit(house);
            }
            house.calmDown();
            Instant end = house.scheduler().instant().plus(CALM);
            while (house.failures().isEmpty() && house.scheduler().step(end)) {
                limit(house);
            }
            List<String> broken =
                    house.failures().isEmpty()
                            ? new Oracle(house, caller).complaints()
                            : List.copyOf(house.failures());
            return Report.of(seed, house, broken);
        } finally {
            house.close();
        }
    }

    /// The broken promises of a seed as one text; empty if there are none. Takes and gives types of
    /// the JDK only, so that it can be called across class loaders.
    public static String complaints(long seed, String sops) {
        return String.join("\n", run(seed, Path.of(sops)).complaints());
    }

    private static void limit(House house) {
        if (house.scheduler().steps() > STEPS) {
            house.failed("it does not come to rest: " + house.picture(), null);
        }
    }
}
