package io.chatkeeper.simulation;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockResumed;
import io.chatkeeper.contract.PublicClockEvent.ClockStarted;
import io.chatkeeper.contract.PublicClockEvent.ClockWarned;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.sla.clock.ClockEvent;
import io.chatkeeper.sop.SopRegister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Clocks against the broker's time, whatever the machines' clocks said: none warned or broke
/// before its time, and none stays broken though what it waited for is recorded in time (P7).
final class PromiseOracle {
    private static final StoredEvents<ClockEvent> STORED =
            StoredEvents.of("clock", ClockEvent.class);

    private final House house;
    private final Service sla = Service.ALL.get(2);
    private final Service chat = Service.ALL.get(0);
    private final Map<String, Map<String, List<Entry>>> stored;
    private final List<String> complaints = new ArrayList<>();

    PromiseOracle(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.stored = stored;
    }

    List<String> complaints() {
        notBeforeTheBrokersTime();
        var sops = new SopRegister();
        house.procedures().learn(sops);
        List<Policy> policies = sla.policies(sops);
        stored.get(sla.name())
                .forEach((stream, entries) -> {
                    List<Observe> said = said(StreamId.subject(stream), policies);
                    keptPromises(read(entries), said);
                });
        return complaints;
    }

    private void notBeforeTheBrokersTime() {
        var format = new EventFormat(Deciding.JSON, "oracle");
        Map<String, Instant> warnings = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : house.broker().all(Topics.SLA_EVENTS)) {
            if (TopicOracle.isPoison(record)) {
                continue;
            }
            Recorded told = format.read(record.headers(), record.value());
            switch (told.event()) {
                case ClockStarted e -> put(warnings, e.clockId(), e.warnAt());
                case ClockResumed e -> put(warnings, e.clockId(), e.warnAt());
                case ClockWarned e -> notBefore(warnings.get(e.clockId()), record, told);
                case ClockBreached e -> notBefore(e.breachAt(), record, told);
                default -> {}
            }
        }
    }

    private static void put(Map<String, Instant> all, String clockId, @Nullable Instant at) {
        if (at != null) {
            all.put(clockId, at);
        }
    }

    private void notBefore(
            @Nullable Instant due, ConsumerRecord<String, byte[]> record, Recorded told) {
        if (due != null && record.timestamp() < due.toEpochMilli()) {
            complaints.add("[promise] early by the broker's time: " + told);
        }
    }

    private static List<ClockEvent> read(List<Entry> entries) {
        return entries.stream()
                .map(one -> STORED.read(Deciding.JSON, one.type(), one.payload()))
                .toList();
    }

    /// What is recorded of a chat, as clocks hear it.
    private List<Observe> said(String chatId, List<Policy> policies) {
        List<Entry> entries =
                stored.get(chat.name()).getOrDefault(StreamId.chat(chatId), List.of());
        List<Observe> all = new ArrayList<>();
        for (Recorded event : TopicOracle.publicForms(chat, StreamId.chat(chatId), entries)) {
            for (Policy policy : policies) {
                policy.reaction().apply(event).stream()
                        .filter(Observe.class::isInstance)
                        .map(Observe.class::cast)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private void keptPromises(List<ClockEvent> events, List<Observe> said) {
        Map<String, ClockEvent.ClockStarted> started = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (ClockEvent event : events) {
            switch (event) {
                case ClockEvent.ClockStarted e -> started.put(e.clockId(), e);
                case ClockEvent.ClockPaused e -> started.remove(e.clockId());
                case ClockEvent.ClockBreached e -> broken.add(e.clockId());
                case ClockEvent.ClockBreachWithdrawn e -> broken.remove(e.clockId());
                default -> {}
            }
        }
        for (ClockEvent.ClockStarted clock : started.values()) {
            if (broken.contains(clock.clockId())) {
                said.stream()
                        .filter(one -> meetsInTime(one, clock))
                        .findFirst()
                        .ifPresent(one ->
                                complaints.add(
                                        "[promise] broken though kept: " + clock + " by " + one));
            }
        }
    }

    private static boolean meetsInTime(Observe said, ClockEvent.ClockStarted clock) {
        return clock.stop().contains(said.occurrence())
                && said.at().isAfter(clock.startedAt())
                && !said.at().isAfter(clock.breachAt())
                && agree(clock.transferId(), said.transferId())
                && agree(clock.followUpId(), said.followUpId());
    }

    private static boolean agree(@Nullable String ours, @Nullable String theirs) {
        return ours == null || theirs == null || ours.equals(theirs);
    }
}
