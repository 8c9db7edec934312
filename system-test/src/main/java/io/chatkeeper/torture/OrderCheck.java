package io.chatkeeper.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// P3: the log counts 1, 2, 3; the topic shows each event first in that order and repeats it
/// unchanged; a sender's messages lie as they were acknowledged.
final class OrderCheck implements Check {
    @Override
    public Stream<Broken> of(Evidence evidence) {
        return Stream.of(
                        evidence.logs().values().stream().flatMap(OrderCheck::gapsInLog),
                        evidence.topic().values().stream().flatMap(OrderCheck::gapsOnTopic),
                        evidence.exchangesByChat().entrySet().stream()
                                .flatMap(chat ->
                                        swapped(chat.getValue(), evidence.log(chat.getKey()))))
                .flatMap(one -> one);
    }

    private static Stream<Broken> gapsInLog(List<Entry> log) {
        List<Broken> broken = new ArrayList<>();
        long expected = 1;
        for (Entry entry : log) {
            if (entry.sequence() != expected) {
                broken.add(
                        Broken.of(
                                Promise.P3,
                                entry,
                                "the log goes on with "
                                        + entry.sequence()
                                        + " where "
                                        + expected
                                        + " should be"));
            }
            expected = entry.sequence() + 1;
        }
        return broken.stream();
    }

    private static Stream<Broken> gapsOnTopic(List<Entry> records) {
        List<Broken> broken = new ArrayList<>();
        Map<Long, Entry> first = new HashMap<>();
        long next = 1;
        for (Entry entry : records) {
            Entry earlier = first.putIfAbsent(entry.sequence(), entry);
            if (earlier != null) {
                if (!same(earlier, entry)) {
                    broken.add(
                            Broken.of(
                                    Promise.P3,
                                    entry,
                                    "is repeated with another content, first " + earlier.place()));
                }
            } else if (entry.sequence() == next) {
                next++;
            } else {
                broken.add(
                        Broken.of(
                                Promise.P3,
                                entry,
                                "the topic shows "
                                        + entry.sequence()
                                        + " where "
                                        + next
                                        + " should be first"));
                next = Math.max(next, entry.sequence() + 1);
            }
        }
        return broken.stream();
    }

    private static boolean same(Entry one, Entry other) {
        return one.type().equals(other.type())
                && one.sender().equals(other.sender())
                && one.data().equals(other.data());
    }

    private static Stream<Broken> swapped(List<Exchange> exchanges, List<Entry> log) {
        Map<String, Long> sequences =
                log.stream()
                        .filter(entry -> entry.is(Act.MESSAGE))
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.text("messageId"),
                                        Entry::sequence,
                                        (first, _) -> first));
        return exchanges.stream()
                .filter(one -> one.asked().act() == Act.MESSAGE && one.acknowledged().isPresent())
                .collect(Collectors.groupingBy(one -> one.asked().sender()))
                .values()
                .stream()
                .flatMap(said -> swappedOfOne(said, sequences));
    }

    private static Stream<Broken> swappedOfOne(List<Exchange> said, Map<String, Long> sequences) {
        List<Broken> broken = new ArrayList<>();
        long last = 0;
        for (Exchange one : said.stream().sorted(byAcknowledgement()).toList()) {
            Long sequence = sequences.get(one.acknowledged().orElseThrow().text("messageId"));
            if (sequence != null && sequence < last) {
                broken.add(
                        Broken.of(
                                Promise.P3,
                                one,
                                "acknowledged later, yet in the log at %d before %d"
                                        .formatted(sequence, last)));
            }
            last = Math.max(last, Objects.requireNonNullElse(sequence, last));
        }
        return broken.stream();
    }

    private static Comparator<Exchange> byAcknowledgement() {
        return Comparator.comparingLong(one -> one.acknowledged().orElseThrow().order());
    }
}
