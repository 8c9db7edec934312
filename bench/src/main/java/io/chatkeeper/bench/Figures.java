package io.chatkeeper.bench;

import static io.chatkeeper.bench.PipelineStage.APPEND;
import static io.chatkeeper.bench.PipelineStage.DRAIN;
import static io.chatkeeper.bench.PipelineStage.NULL_STORE;
import static io.chatkeeper.bench.PipelineStage.PING;
import static io.chatkeeper.bench.PipelineStage.PIPELINE;
import static io.chatkeeper.bench.PipelineStage.PRODUCE;
import static io.chatkeeper.bench.PipelineStage.SATURATED;

import io.chatkeeper.bench.report.Figure;
import io.chatkeeper.bench.report.Figure.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The figures of a run with their targets. A is a bare append, P a bare ping-pong, K the pipeline
/// over a store that costs nothing, all of the same run.
final class Figures {
    private static final double SHARE_OF_PARTS = 0.60;
    private static final double CPU_OF_PARTS = 2.0;
    private static final double CPU_MILLIS = 1.3;
    private static final double SIZE = 1.2;
    private static final double REBUILT = 10_000;
    private static final double PUBLISHED_MILLIS = 1_000;
    private static final ToDoubleFunction<Measurement> SPEED = one -> one.outcome().perSecond();
    private static final ToDoubleFunction<Measurement> P50 = one -> one.outcome().p50();
    private static final ToDoubleFunction<Measurement> P99 = one -> one.outcome().p99();

    /// How many times P + one append a request may take, by rate.
    private record Allowed(int rate, double p50, double p99) {}

    private static final List<Allowed> REQUEST_REPLY =
            List.of(
                    new Allowed(150, 1.3, 1.7),
                    new Allowed(500, 1.3, 2.0),
                    new Allowed(1_000, 1.5, 2.5));

    private final Results results;
    private final Plan plan;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(Results results, Plan plan) {
        this.results = results;
        this.plan = plan;
    }

    static List<Figure> of(Results results, Plan plan) {
        Figures all = new Figures(results, plan);
        all.throughput();
        REQUEST_REPLY.forEach(allowed -> all.latency("request-reply", PIPELINE, "", allowed));
        all.latency("over HTTP", HouseStage.HTTP, HouseStage.BARE, new Allowed(150, 1.75, 2.0));
        all.latency("live stream", HouseStage.LIVE, HouseStage.BARE, new Allowed(150, 2.0, 2.5));
        all.processorTime();
        all.size();
        all.publishing();
        all.rebuild();
        all.correctness();
        return List.copyOf(all.figures);
    }

    private void throughput() {
        share("live commands at saturation", SATURATED, 1);
        share("backlog drain", DRAIN, plan.drainTurn());
    }

    /// What A and K can do one after the other for each command.
    private void share(String title, String load, int entriesOfAppend) {
        double append = results.median(APPEND, load, SPEED) * entriesOfAppend;
        double rest = results.median(NULL_STORE, load, SPEED);
        figures.add(
                new Figure(
                        title,
                        results.median(PIPELINE, load, SPEED),
                        1 / (1 / append + 1 / rest),
                        "/s",
                        Bound.AT_LEAST,
                        SHARE_OF_PARTS,
                        correct(load, APPEND, NULL_STORE, PIPELINE)));
    }

    /// @param suffix tells the baselines of one stage from those of another
    private void latency(String title, String part, String suffix, Allowed allowed) {
        String load = allowed.rate + "/s";
        String name = title + " at " + load;
        against(name + ", p50", part, suffix, load, P50, allowed.p50);
        against(name + ", p99", part, suffix, load, P99, allowed.p99);
    }

    private void against(
            String title,
            String part,
            String suffix,
            String load,
            ToDoubleFunction<Measurement> figure,
            double limit) {
        double bare =
                results.median(PING + suffix, load, figure)
                        + results.median(APPEND + suffix, load, figure);
        figures.add(
                new Figure(
                        title,
                        results.median(part, load, figure),
                        bare,
                        "ms",
                        Bound.AT_MOST,
                        limit,
                        correct(load, part, PING + suffix, APPEND + suffix)));
    }

    /// A message is a ping-pong, a record for those who listen, an entry in the journal and a
    /// change of a read model.
    private void processorTime() {
        for (String load : List.of("500/s", SATURATED)) {
            double bare =
                    cpu(PING + HouseStage.BARE, load)
                            + cpu(PRODUCE + HouseStage.BARE, load)
                            + 2 * cpu(APPEND + HouseStage.BARE, load);
            boolean correct = correct(load, HouseStage.HTTP);
            figures.add(
                    new Figure(
                            "processor time of a message, " + load,
                            cpu(HouseStage.HTTP, load),
                            bare,
                            "ms",
                            Bound.AT_MOST,
                            CPU_OF_PARTS,
                            correct));
        }
        absolute(
                "processor time of a message, saturated",
                cpu(HouseStage.HTTP, SATURATED),
                "ms",
                Bound.AT_MOST,
                CPU_MILLIS,
                correct(SATURATED, HouseStage.HTTP));
    }

    private double cpu(String part, String load) {
        return results.median(part, load, Measurement::totalCpuMillis);
    }

    private void size() {
        sizes("a long chat against a short one, p50", SizeStage.LONG, SizeStage.SHORT);
        sizes("many chats stored against 1,000, p50", SizeStage.MANY, SizeStage.FEW);
    }

    private void sizes(String title, String large, String small) {
        figures.add(
                new Figure(
                        title,
                        results.median(large, SizeStage.LOAD, P50),
                        results.median(small, SizeStage.LOAD, P50),
                        "ms",
                        Bound.AT_MOST,
                        SIZE,
                        correct(SizeStage.LOAD, large, small)));
    }

    private void publishing() {
        absolute(
                "a published version in use everywhere, the slowest",
                results.of(PublishStage.PUBLISH, PublishStage.EACH)
                        .mapToDouble(one -> one.outcome().max())
                        .max()
                        .orElse(Double.NaN),
                "ms",
                Bound.AT_MOST,
                PUBLISHED_MILLIS,
                correct(PublishStage.EACH, PublishStage.PUBLISH));
    }

    private void rebuild() {
        absolute(
                "projections rebuilt from the log",
                results.median(RebuildStage.REBUILD, RebuildStage.LOG, SPEED),
                "events/s",
                Bound.AT_LEAST,
                REBUILT,
                correct(RebuildStage.LOG, RebuildStage.REBUILD));
    }

    private void correctness() {
        var verdict = results.verdict();
        absolute("lost", verdict.lost(), "of " + verdict.checked(), Bound.AT_MOST, 0, true);
        absolute("doubled", verdict.doubled(), "", Bound.AT_MOST, 0, true);
        absolute("reordered", verdict.reordered(), "", Bound.AT_MOST, 0, true);
        absolute("refused or unanswered", results.failed(), "", Bound.AT_MOST, 0, true);
    }

    private void absolute(
            String title, double value, String unit, Bound bound, double limit, boolean correct) {
        figures.add(new Figure(title, value, 1, unit, bound, limit, correct));
    }

    /// What was not measured in this run is not wrong either.
    private boolean correct(String load, String... parts) {
        return List.of(parts).stream()
                .allMatch(part ->
                        results.of(part, load).findAny().isEmpty()
                                || results.isCorrect(part, load));
    }
}
