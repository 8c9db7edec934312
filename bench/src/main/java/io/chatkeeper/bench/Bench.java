package io.chatkeeper.bench;

import io.chatkeeper.bench.report.Figure;
import io.chatkeeper.bench.report.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures, prints a table and writes it down. `bench/run --help` says how to ask.
public final class Bench {
    private static final Duration CLEAN_UP_LIMIT = Duration.ofSeconds(60);
    private static final String HELP =
            """
            bench/run [--quick | --brief] [part...]

              --quick   short steps and one round, for trying out; figures of no worth
              --brief   as warm as can be, but two short rounds, for tuning
              parts     pipeline   the pipeline alone against its parts
                        drain      is measured with the pipeline
                        http       the whole house over HTTP, live streams, processor time
                        size       long chats against short ones, many stored against few
                        publish    a new version of a procedure, until it is in use everywhere
                        rebuild    projections from the log
                        none named means all
            """;

    private Bench() {}

    /// @param args as the help says
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        Plan plan = plan(words);
        Map<String, Stage> stages = chosen(words.stream().filter(w -> !w.startsWith("-")).toList());
        cleanUpWhenToldToStop();
        Path root = Path.of(System.getProperty("chatkeeper.root"));
        Results results = new Results();
        for (Map.Entry<String, Stage> stage : stages.entrySet()) {
            System.out.println(stage.getKey());
            stage.getValue().run(root, plan, results);
        }
        List<Figure> figures = Figures.of(results, plan);
        System.out.println();
        Table.of(figures).forEach(System.out::println);
        System.out.println();
        ProcessorTime.lines(results).forEach(System.out::println);
        Path written = Account.of(root, plan, stages.keySet()).write(results, figures);
        System.out.println("\nwritten: " + root.relativize(written) + " and .svg beside it");
    }

    private static Plan plan(List<String> words) {
        if (words.contains("--quick")) {
            return Plan.quick();
        }
        return words.contains("--brief") ? Plan.brief() : Plan.full();
    }

    private static Map<String, Stage> chosen(List<String> names) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        stages.put("pipeline", new PipelineStage());
        stages.put("http", new HouseStage());
        stages.put("size", new SizeStage());
        stages.put("publish", new PublishStage());
        stages.put("rebuild", new RebuildStage());
        List<String> wanted = names.stream().map(w -> w.equals("drain") ? "pipeline" : w).toList();
        if (!stages.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("parts are " + stages.keySet() + ", not " + names);
        }
        if (!wanted.isEmpty()) {
            stages.keySet().retainAll(Set.copyOf(wanted));
        }
        return stages;
    }

    /// Whatever runs is stopped by the thread that started it, on its way out.
    static void cleanUpWhenToldToStop() {
        Thread measuring = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    measuring.interrupt();
                                    try {
                                        measuring.join(CLEAN_UP_LIMIT);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));
    }
}
