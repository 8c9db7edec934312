package io.chatkeeper.bench.load;

import org.HdrHistogram.Histogram;

/// What came of a load.
///
/// @param acknowledged pieces of work that ended well
/// @param failed pieces that were refused, or had no answer within the patience
/// @param seconds over which the acknowledged ones were acknowledged
/// @param p50 of the latency in milliseconds, from the intended start
/// @param p99 likewise
/// @param max likewise
public record Outcome(
        long acknowledged, long failed, double seconds, double p50, double p99, double max) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Outcome of(Histogram latencies, long failed, double seconds) {
        return new Outcome(
                latencies.getTotalCount(),
                failed,
                seconds,
                latencies.getValueAtPercentile(50) / NANOS_PER_MILLI,
                latencies.getValueAtPercentile(99) / NANOS_PER_MILLI,
                latencies.getMaxValue() / NANOS_PER_MILLI);
    }

    /// Pieces of work acknowledged in a second.
    public double perSecond() {
        return acknowledged / seconds;
    }
}
