package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.oracle.Verdict;
import java.util.Map;

/// One thing measured once.
///
/// @param part what was measured
/// @param load how it was loaded
/// @param round the how many-th time, from 1
/// @param cpuMillis of each process for each acknowledged piece
/// @param verdict of the check afterwards; [Verdict#NONE] where nothing is stored
record Measurement(
        String part,
        String load,
        int round,
        Outcome outcome,
        Map<String, Double> cpuMillis,
        Verdict verdict) {
    /// Whether it has a speed at all.
    boolean isCorrect() {
        return outcome.failed() == 0 && verdict.isClean();
    }

    double totalCpuMillis() {
        return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
