package io.chatkeeper.bench;

import io.chatkeeper.bench.load.ClosedLoop;
import io.chatkeeper.bench.load.Cpu;
import io.chatkeeper.bench.load.Load;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.load.Target;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.Checked;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Takes measurements: a load on a target, the processor time it took, and the check afterwards.
final class Meter {
    private static final double STEADY = 1.05;
    private static final int WARM_UPS = 8;

    private final Results results;
    private final Supplier<Map<String, Long>> pids;

    Meter(Results results, Supplier<Map<String, Long>> pids) {
        this.results = results;
        this.pids = pids;
    }

    Measurement measure(String part, String load, int round, Load how, Target target)
            throws InterruptedException {
        Cpu before = Cpu.of(pids.get());
        Outcome outcome = how.on(target);
        Cpu used = Cpu.of(pids.get()).since(before);
        Verdict verdict = target instanceof Checked checked ? checked.verdict() : Verdict.NONE;
        Measurement one =
                new Measurement(
                        part, load, round, outcome, used.per(outcome.acknowledged()), verdict);
        results.add(one);
        say(one);
        return one;
    }

    private static void say(Measurement one) {
        Outcome outcome = one.outcome();
        System.out.printf(
                "  %-10s %-11s #%d %9.0f/s  p50 %8.2f ms  p99 %8.2f ms  cpu %6.3f ms%s%n",
                one.part(),
                one.load(),
                one.round(),
                outcome.perSecond(),
                outcome.p50(),
                outcome.p99(),
                one.totalCpuMillis(),
                one.isCorrect() ? "" : "  FAILED " + outcome.failed() + " " + one.verdict());
    }

    /// Loads a target until it is no longer getting faster, and for at least so long: before that
    /// one measures the compiler.
    static void warmUp(String part, Plan plan, int streams, Target target)
            throws InterruptedException {
        warmUp(part, plan.warmUp(), streams, target);
    }

    /// The same for at least another time: the more programs share the machine, the longer their
    /// compilers take.
    static void warmUp(String part, Duration atLeast, int streams, Target target)
            throws InterruptedException {
        Duration slice = atLeast.dividedBy(WARM_UPS / 2);
        double best = 0;
        for (int i = 1; i <= WARM_UPS; i++) {
            double now = new ClosedLoop(streams, slice).on(target).perSecond();
            if (i >= WARM_UPS / 2 && now < best * STEADY) {
                break;
            }
            best = Math.max(best, now);
        }
        System.out.printf("  %-10s warm at %.0f/s%n", part, best);
    }
}
