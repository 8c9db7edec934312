package io.chatkeeper.torture;

import io.chatkeeper.torture.Evidence.Frame;
import io.chatkeeper.torture.Evidence.Watched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// P3 and P4 on the way out: the topic and every live stream show every event of the log, first
/// occurrences in order. What a `reset` passed over, its snapshot has told.
final class SkipCheck implements Check {
    private record Last(long sequence, int segment) {}

    @Override
    public Stream<Broken> of(Evidence evidence) {
        return Stream.concat(
                evidence.logs().entrySet().stream()
                        .flatMap(log ->
                                missingOnTopic(
                                        log.getValue(),
                                        evidence.topic().getOrDefault(log.getKey(), List.of()))),
                evidence.streams().stream().flatMap(watched -> stream(evidence, watched)));
    }

    private static Stream<Broken> missingOnTopic(List<Entry> log, List<Entry> topic) {
        Set<Long> shown = topic.stream().map(Entry::sequence).collect(Collectors.toSet());
        return log.stream()
                .filter(entry -> !shown.contains(entry.sequence()))
                .map(entry -> Broken.of(Promise.P4, entry, "is in the log, not on the topic"));
    }

    private static Stream<Broken> stream(Evidence evidence, Watched watched) {
        return watched.chatId().isEmpty()
                ? evidence.logs().values().stream().flatMap(log -> followed(watched, log))
                : followed(watched, visible(evidence.log(watched.chatId()), watched));
    }

    /// A visitor is shown a part of the events; the messages are it for certain.
    private static List<Entry> visible(List<Entry> log, Watched watched) {
        return log.stream()
                .filter(entry -> entry.is(Act.MESSAGE) && entry.sequence() > start(watched))
                .toList();
    }

    /// What was there before the stream was opened is in its snapshot.
    private static long start(Watched watched) {
        return watched.frames().isEmpty()
                ? Long.MAX_VALUE
                : watched.frames().getFirst().entry().sequence() - 1;
    }

    private static Stream<Broken> followed(Watched watched, List<Entry> log) {
        if (log.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, Integer> positions = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            positions.put(log.get(i).sequence(), i);
        }
        List<Broken> broken = new ArrayList<>();
        Last last = new Last(-1, 0);
        for (Frame frame : watched.frames()) {
            Integer position =
                    frame.entry().chatId().equals(log.getFirst().chatId())
                            ? positions.get(frame.entry().sequence())
                            : null;
            if (position != null && position > last.sequence) {
                if (position > last.sequence + 1 && frame.segment() == last.segment) {
                    broken.add(skipped(watched, log.get((int) last.sequence + 1)));
                }
                last = new Last(position, frame.segment());
            }
        }
        if (last.sequence < log.size() - 1 && last.segment == watched.segments() - 1) {
            broken.add(skipped(watched, log.get((int) last.sequence + 1)));
        }
        return broken.stream();
    }

    private static Broken skipped(Watched watched, Entry entry) {
        return Broken.of(Promise.P4, entry, "was not shown in its turn on " + watched.name());
    }
}
