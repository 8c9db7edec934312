package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.WireNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer as JSON; its events carry their wire names.
public final class ReplyFormat {
    private record OnWire(
            String commandId,
            String fingerprint,
            String streamId,
            long sequence,
            List<Happened> events,
            @Nullable Refusal refusal) {}

    private record Happened(Envelope envelope, JsonNode event) {}

    private ReplyFormat() {}

    static byte[] write(JsonMapper json, Reply reply) {
        List<Happened> events =
                reply.events().stream()
                        .map(one -> new Happened(one.envelope(), json.valueToTree(one.event())))
                        .toList();
        return json.writeValueAsBytes(
                new OnWire(
                        reply.commandId(),
                        reply.fingerprint(),
                        reply.streamId(),
                        reply.sequence(),
                        events,
                        reply.refusal()));
    }

    public static Reply read(JsonMapper json, byte[] bytes) {
        OnWire reply = json.readValue(bytes, OnWire.class);
        List<Recorded> events =
                reply.events().stream()
                        .map(one -> new Recorded(one.envelope(), event(json, one)))
                        .toList();
        return new Reply(
                reply.commandId(),
                reply.fingerprint(),
                reply.streamId(),
                reply.sequence(),
                events,
                reply.refusal());
    }

    private static PublicEvent event(JsonMapper json, Happened happened) {
        Class<? extends PublicEvent> type =
                WireNames.eventClass(happened.envelope().type()).orElseThrow();
        return json.treeToValue(happened.event(), type);
    }
}
