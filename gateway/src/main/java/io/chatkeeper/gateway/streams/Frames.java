package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.Recorded;
import java.time.InstantSource;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The frames of a live stream.
final class Frames {
    private final JsonMapper json;
    private final InstantSource clock;

    Frames(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    ServerSentEvent<Object> event(String cursor, Recorded recorded) {
        return frame(cursor, recorded.envelope().type(), data(recorded));
    }

    /// An event as everybody on a stream sees it.
    ObjectNode data(Recorded recorded) {
        Envelope envelope = recorded.envelope();
        ObjectNode data = json.createObjectNode();
        data.put("id", envelope.id());
        data.put("type", envelope.type());
        data.put("streamId", envelope.streamId());
        data.put("sequence", envelope.sequence());
        data.put("time", envelope.time().toString());
        if (envelope.chatId() != null) {
            data.put("chatId", envelope.chatId());
        }
        data.set("actor", json.valueToTree(envelope.actor()));
        data.set("data", json.valueToTree(recorded.event()));
        return data;
    }

    ServerSentEvent<Object> frame(String cursor, String type, ObjectNode data) {
        return ServerSentEvent.<Object>builder(data).id(cursor).event(type).build();
    }

    /// A snapshot, with the server's time.
    ServerSentEvent<Object> snapshot(String cursor, ObjectNode content) {
        content.put("serverTime", clock.instant().toString());
        return frame(cursor, "snapshot", content);
    }

    ServerSentEvent<Object> reset() {
        return ServerSentEvent.<Object>builder(json.createObjectNode()).event("reset").build();
    }

    ServerSentEvent<Object> heartbeat(ObjectNode content) {
        content.put("serverTime", clock.instant().toString());
        return ServerSentEvent.<Object>builder(content).event("heartbeat").build();
    }

    /// The place in line has changed; there is no cursor for what is not kept.
    ServerSentEvent<Object> place(ObjectNode content) {
        content.put("serverTime", clock.instant().toString());
        return ServerSentEvent.<Object>builder(content).event("place").build();
    }

    ObjectNode empty() {
        return json.createObjectNode();
    }
}
