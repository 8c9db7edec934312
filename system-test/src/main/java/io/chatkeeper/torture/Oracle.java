package io.chatkeeper.torture;

import java.util.List;
import java.util.stream.Stream;

/// Judges a run: every promise is held against all the evidence.
final class Oracle {
    private static final List<Check> CHECKS =
            List.of(
                    new DurableCheck(),
                    new OnceCheck(),
                    new OrderCheck(),
                    new SkipCheck(),
                    new FoldCheck(),
                    new TraceCheck(),
                    new ClockCheck(),
                    new PoisonCheck(),
                    new RuleCheck(),
                    new MannersCheck());

    private Oracle() {}

    /// Everything that was not as promised; empty after a good run.
    static List<Broken> judge(Evidence evidence) {
        return Stream.concat(
                        evidence.noticed().stream(),
                        CHECKS.stream().flatMap(check -> check.of(evidence)))
                .toList();
    }
}
