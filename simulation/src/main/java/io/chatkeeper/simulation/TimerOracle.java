package io.chatkeeper.simulation;

import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockCancelled;
import io.chatkeeper.contract.PublicClockEvent.ClockMet;
import io.chatkeeper.contract.PublicClockEvent.ClockPaused;
import io.chatkeeper.contract.PublicClockEvent.ClockResumed;
import io.chatkeeper.contract.PublicClockEvent.ClockStarted;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Timers: never early, never lost, and no clock rings before what its chat had said was heard
/// (P7).
final class TimerOracle {
    /// A timer may be this late at the end of a run, in which nothing goes wrong any more: a
    /// machine whose clock was an hour slow when its process began is late by that.
    private static final Duration LATE = Duration.ofHours(2);

    private final House house;
    private final Map<String, Map<String, List<Entry>>> stored;
    private final List<String> complaints = new ArrayList<>();

    TimerOracle(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.stored = stored;
    }

    List<String> complaints() {
        Service sla = Service.ALL.get(2);
        stored.get(sla.name())
                .forEach(
                        (stream, entries) -> clocks(TopicOracle.publicForms(sla, stream, entries)));
        Service.ALL.forEach(this::rung);
        caughtUp(sla);
        return complaints;
    }

    private void clocks(List<Recorded> events) {
        Map<String, Instant> running = new HashMap<>();
        Map<String, Integer> breaches = new HashMap<>();
        for (Recorded recorded : events) {
            switch (recorded.event()) {
                case ClockStarted started -> running.put(started.clockId(), started.breachAt());
                case ClockPaused paused -> running.remove(paused.clockId());
                case ClockResumed resumed -> running.put(resumed.clockId(), resumed.breachAt());
                case ClockMet met -> running.remove(met.clockId());
                case ClockCancelled cancelled -> running.remove(cancelled.clockId());
                case ClockBreached breached -> {
                    if (recorded.envelope().time().isBefore(breached.breachAt())) {
                        complaints.add("[timer] early: " + recorded);
                    }
                    if (breaches.merge(breached.clockId(), 1, Integer::sum) > 1) {
                        complaints.add("[timer] twice: " + recorded);
                    }
                    running.remove(breached.clockId());
                }
                default -> {}
            }
        }
        Instant due = house.scheduler().instant().minus(LATE);
        running.forEach((clockId, breachAt) -> {
            if (breachAt.isBefore(due)) {
                complaints.add("[timer] lost: " + clockId + " due " + breachAt);
            }
        });
    }

    /// Whatever a stream's last entry wants, somebody has rung when it was time.
    private void rung(Service service) {
        Map<String, Instant> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                house.broker().all(ServiceTopics.of(service.name()).commands())) {
            if (isWakeUp(record)) {
                last.merge(
                        record.key(),
                        Instant.ofEpochMilli(record.timestamp()),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Instant due = house.scheduler().instant().minus(LATE);
        stored.get(service.name())
                .forEach((stream, entries) -> {
                    Instant wanted = entries.isEmpty() ? null : entries.getLast().wakeAt();
                    if (wanted != null && wanted.isBefore(due)) {
                        Instant rung = last.get(stream);
                        if (rung == null || rung.isBefore(wanted)) {
                            complaints.add("[timer] nobody rang " + stream + " at " + wanted);
                        }
                    }
                });
    }

    private static boolean isWakeUp(ConsumerRecord<String, byte[]> record) {
        return !TopicOracle.isPoison(record)
                && TopicOracle.header(record, "ce_type").equals(WireNames.of(WakeUp.class));
    }

    /// What the chat had said when its clock became due was in the clock's lane before the alarm.
    private void caughtUp(Service sla) {
        var sops = new SopRegister();
        house.procedures().learn(sops);
        List<Policy> policies = sla.policies(sops);
        Map<String, Long> places = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : house.broker().all(Topics.SLA_COMMANDS)) {
            if (!TopicOracle.isPoison(record)) {
                places.putIfAbsent(TopicOracle.header(record, "ce_id"), record.offset());
            }
        }
        for (ConsumerRecord<String, byte[]> record : house.broker().all(Topics.SLA_COMMANDS)) {
            if (isWakeUp(record)) {
                heardBefore(policies, record, places);
            }
        }
    }

    private void heardBefore(
            List<Policy> policies, ConsumerRecord<String, byte[]> alarm, Map<String, Long> places) {
        Instant due = Deciding.JSON.readValue(alarm.value(), WakeUp.class).dueAt();
        var format = new EventFormat(Deciding.JSON, "oracle");
        String chat = StreamId.subject(alarm.key());
        for (ConsumerRecord<String, byte[]> said :
                house.broker().log(Member.partition(Topics.CHAT_EVENTS, chat))) {
            if (!chat.equals(said.key()) || said.timestamp() >= due.toEpochMilli()) {
                continue;
            }
            Recorded event = format.read(said.headers(), said.value());
            for (Policy policy : policies) {
                for (int i = 0; i < policy.reaction().apply(event).size(); i++) {
                    String id = Ids.derived(event.envelope().id(), policy.name(), "" + i) + "";
                    if (places.getOrDefault(id, Long.MAX_VALUE) > alarm.offset()) {
                        complaints.add("[catch-up] " + alarm.key() + " rang before " + event);
                    }
                }
            }
        }
    }
}
