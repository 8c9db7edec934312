package io.chatkeeper.bench;

import io.chatkeeper.bench.oracle.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Everything measured in a run.
final class Results {
    /// The load under which a check stands that was made once, after all rounds of its part.
    static final String CHECK = "check";

    private final List<Measurement> all = new ArrayList<>();

    void add(Measurement one) {
        all.add(one);
    }

    List<Measurement> all() {
        return List.copyOf(all);
    }

    /// The median over the rounds; not a number if it was never measured.
    double median(String part, String load, ToDoubleFunction<Measurement> figure) {
        return Median.of(of(part, load).mapToDouble(figure).toArray());
    }

    /// Whether it was measured, and every round was right.
    boolean isCorrect(String part, String load) {
        return of(part, load).findAny().isPresent()
                && of(part, load).allMatch(Measurement::isCorrect)
                && of(part, CHECK).allMatch(Measurement::isCorrect);
    }

    Verdict verdict() {
        return all.stream().map(Measurement::verdict).reduce(Verdict.NONE, Verdict::and);
    }

    long failed() {
        return all.stream().mapToLong(one -> one.outcome().failed()).sum();
    }

    Stream<Measurement> of(String part, String load) {
        return all.stream().filter(one -> one.part().equals(part) && one.load().equals(load));
    }
}
