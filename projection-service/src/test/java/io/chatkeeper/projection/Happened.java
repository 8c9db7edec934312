package io.chatkeeper.projection;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.projection.views.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The events of one stream, one a second from noon on.
public final class Happened {
    public static final JsonMapper JSON = Json.mapper();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Recorded> events = new ArrayList<>();
    private final String stream;

    private Happened(String stream) {
        this.stream = stream;
    }

    public static Happened on(String stream, PublicEvent... events) {
        Happened happened = new Happened(stream);
        for (PublicEvent event : events) {
            happened.then(event);
        }
        return happened;
    }

    public Happened then(PublicEvent event) {
        long sequence = events.size() + 1;
        events.add(
                new Recorded(
                        new Envelope(
                                "event-" + stream + "-" + sequence,
                                WireNames.of(event.getClass()),
                                stream,
                                sequence,
                                at(sequence),
                                null,
                                "correlation",
                                "command",
                                Actor.agent("casey", Role.CSR),
                                "tidio-loan@1",
                                null),
                        event));
        return this;
    }

    public static Instant at(long sequence) {
        return NOON.plusSeconds(sequence);
    }

    public List<Recorded> events() {
        return events;
    }

    /// The document after all of them, as it is read back.
    public ObjectNode foldedBy(View view) {
        ObjectNode document = JSON.createObjectNode();
        events.forEach(event -> view.fold(document, event));
        return (ObjectNode) JSON.readTree(document.toString());
    }

    /// What the document is to be, written with single quotes.
    public static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
