package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicRecordEvent;
import io.chatkeeper.contract.PublicRecordEvent.RecordDelivered;
import io.chatkeeper.contract.PublicRecordEvent.RecordDue;
import io.chatkeeper.contract.PublicRecordEvent.RecordFailed;
import io.chatkeeper.projection.views.Documents;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The part of the chat document that says which other systems have the chat (R136).
final class RecordFold {
    private static final String LIST = "records";

    private RecordFold() {}

    static void fold(ObjectNode chat, PublicRecordEvent event, String at) {
        switch (event) {
            case RecordDue due -> due(chat, due, at);
            case RecordDelivered delivered ->
                    shown(chat, delivered.recordId())
                            .ifPresent(record -> {
                                record.put("state", "delivered").put("deliveredAt", at);
                                record.remove(List.of("problem", "nextAt"));
                            });
            case RecordFailed failed ->
                    shown(chat, failed.recordId()).ifPresent(record -> failed(record, failed));
        }
    }

    private static void due(ObjectNode chat, RecordDue due, String at) {
        ObjectNode record =
                shown(chat, due.recordId())
                        .orElseGet(() ->
                                CaseFold.latest(chat, LIST)
                                        .put("recordId", due.recordId())
                                        .put("destination", due.destination())
                                        .put("occasion", due.occasion())
                                        .put("at", at));
        record.put("state", "due").put("attempts", due.attempt());
        record.remove("nextAt");
    }

    private static void failed(ObjectNode record, RecordFailed failed) {
        record.put("problem", failed.problem());
        if (failed.nextAt() == null) {
            record.put("state", "failed").remove("nextAt");
        } else {
            record.put("state", "waiting").put("nextAt", failed.nextAt().toString());
        }
    }

    private static Optional<ObjectNode> shown(ObjectNode chat, String recordId) {
        return Documents.in(chat, LIST, "recordId", recordId);
    }
}
