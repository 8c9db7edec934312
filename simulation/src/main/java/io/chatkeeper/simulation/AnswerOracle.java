package io.chatkeeper.simulation;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.kafka.ReplyFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers against the journal: what was accepted is stored, and who asks again hears the same.
final class AnswerOracle {
    private record Asked(String stream, String command, String fingerprint) {}

    private final House house;
    private final Caller caller;
    private final Map<String, Map<String, List<Entry>>> stored;
    private final List<String> complaints = new ArrayList<>();

    AnswerOracle(House house, Caller caller, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.caller = caller;
        this.stored = stored;
    }

    List<String> complaints() {
        Map<Asked, Reply> first = new HashMap<>();
        house.broker().all(Topics.REPLIES).stream()
                .map(record -> ReplyFormat.read(Deciding.JSON, record.value()))
                .forEach(reply -> {
                    if (reply.accepted()) {
                        isStored(reply);
                    }
                    same(first, reply);
                });
        return complaints;
    }

    private void isStored(Reply reply) {
        List<Entry> entries = entries(reply.streamId());
        for (Recorded event : reply.events()) {
            long sequence = event.envelope().sequence();
            boolean there =
                    sequence <= entries.size()
                            && entries.get((int) sequence - 1)
                                    .eventId()
                                    .equals(event.envelope().id());
            if (!there) {
                complaints.add("[accepted] not in the journal: " + reply);
            }
        }
        if (reply.sequence() > entries.size()) {
            complaints.add("[accepted] beyond the journal: " + reply);
        }
    }

    private List<Entry> entries(String stream) {
        String service =
                switch (StreamId.kind(stream)) {
                    case "chat", "sop" -> "chat";
                    case "clock" -> "sla";
                    case "notes" -> "notes";
                    default -> "routing";
                };
        return stored.get(service).getOrDefault(stream, List.of());
    }

    /// A command that left events has one answer for ever. One that left none may be decided anew
    /// when it is asked again; while it has been sent only once, it too has one answer.
    private void same(Map<Asked, Reply> first, Reply reply) {
        boolean once = caller.records().getOrDefault(reply.commandId(), 0) == 1;
        boolean effect = reply.accepted() && !reply.events().isEmpty();
        if (!once && !effect) {
            return;
        }
        Reply before =
                first.putIfAbsent(
                        new Asked(reply.streamId(), reply.commandId(), reply.fingerprint()), reply);
        if (before != null && !before.equals(reply)) {
            complaints.add("[answer] first " + before + ", then " + reply);
        }
    }
}
