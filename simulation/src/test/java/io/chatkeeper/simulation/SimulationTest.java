package io.chatkeeper.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 200);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final Path SOPS =
            Path.of(System.getProperty("chatkeeper.root")).resolve("deploy/sops");

    @Test
    void every_promise_is_kept_whatever_breaks() {
        var summary = new SimulationRun.Summary();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Report report = Simulation.run(seed, SOPS);
            summary.add(report);
            assertThat(report.complaints()).as(SimulationRun.Summary.story(report)).isEmpty();
        }
        System.out.println(summary.text());
    }

    @Test
    void the_same_seed_is_the_same_run() {
        Report once = Simulation.run(7, SOPS);
        Report again = Simulation.run(7, SOPS);

        assertThat(again).isEqualTo(once);
        assertThat(Simulation.run(8, SOPS).digest()).isNotEqualTo(once.digest());
    }
}
