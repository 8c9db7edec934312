package io.chatkeeper.bench;

import io.chatkeeper.bench.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where the processor time of a message goes, process by process.
final class ProcessorTime {
    private static final List<String> LOADS =
            List.of(HouseStage.HIGH_RATE + "/s", PipelineStage.SATURATED);

    private ProcessorTime() {}

    /// A line for each load and part that was measured.
    static List<String> lines(Results results) {
        List<String> lines = new ArrayList<>();
        for (String load : LOADS) {
            for (String part : List.of(HouseStage.HTTP, PipelineStage.PIPELINE)) {
                if (results.of(part, load).findAny().isPresent()) {
                    lines.add(line(results, part, load));
                }
            }
        }
        return lines;
    }

    private static String line(Results results, String part, String load) {
        Set<String> processes = new TreeSet<>();
        results.of(part, load).forEach(one -> processes.addAll(one.cpuMillis().keySet()));
        StringBuilder line = new StringBuilder("processor ms, %s %s:".formatted(part, load));
        for (String process : processes) {
            double millis =
                    results.median(part, load, one -> one.cpuMillis().getOrDefault(process, 0.0));
            line.append(' ').append(process).append(' ').append(Figure.number(millis));
        }
        return line.toString();
    }
}
