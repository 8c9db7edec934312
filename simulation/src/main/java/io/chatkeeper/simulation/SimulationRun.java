package io.chatkeeper.simulation;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;

/// Runs many seeds and tells what they came to; a failing seed is printed and ends it with 1.
public final class SimulationRun {
    private SimulationRun() {}

    /// Arguments: the first seed, how many, the folder of the procedures.
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path sops = Path.of(arguments[2]);
        var summary = new Summary();
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            Report report = Simulation.run(seed, sops);
            summary.add(report);
            if (count == 1) {
                System.out.println("digest " + report.digest() + " steps " + report.steps());
            }
            if (!report.complaints().isEmpty()) {
                System.out.println(Summary.story(report));
            }
        }
        System.out.println(summary.text());
        System.out.printf("seconds %.1f%n", (System.nanoTime() - began) / 1e9);
        System.exit(summary.isClean() ? 0 : 1);
    }

    /// What many runs came to together.
    static final class Summary {
        private static final int SHOWN = 6;
        private static final int LONGEST = 9_000;

        private final TreeSet<String> crashes = new TreeSet<>();
        private final TreeSet<String> states = new TreeSet<>();
        private final TreeMap<String, Integer> reached = new TreeMap<>();
        private final TreeSet<Long> failed = new TreeSet<>();
        private long deaths;
        private long jumps;
        private long lags;
        private long steps;
        private int runs;

        void add(Report report) {
            crashes.addAll(report.crashes());
            states.addAll(report.states());
            report.reached().forEach((point, times) -> reached.merge(point, times, Integer::sum));
            deaths += report.deaths();
            jumps += report.jumps();
            lags += report.lags();
            steps += report.steps();
            runs++;
            if (!report.complaints().isEmpty()) {
                failed.add(report.seed());
            }
        }

        boolean isClean() {
            return failed.isEmpty();
        }

        static String story(Report report) {
            var story = new StringBuilder("seed " + report.seed() + " breaks a promise:\n");
            report.complaints().stream()
                    .limit(SHOWN)
                    .forEach(line ->
                            story.append("  ")
                                    .append(line, 0, Math.min(LONGEST, line.length()))
                                    .append('\n'));
            return story + "  replay it with: bench/simulation 1 " + report.seed();
        }

        String text() {
            var missing = new TreeSet<>(reached.keySet());
            missing.removeAll(crashes);
            return ("seeds %d, failed %s, kills %d at %d of %d crash points, jumps of clocks %d,"
                            + " lags of sla-service %d, states %d, steps %d%s")
                    .formatted(
                            runs,
                            failed,
                            deaths,
                            crashes.size(),
                            reached.size(),
                            jumps,
                            lags,
                            states.size(),
                            steps,
                            missing.isEmpty() || runs < 20
                                    ? ""
                                    : "; nobody was killed at " + missing);
        }
    }
}
