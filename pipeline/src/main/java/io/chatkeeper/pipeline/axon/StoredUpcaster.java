package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.Upcast;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An [Upcast] as Axon wants it.
final class StoredUpcaster extends SingleEventUpcaster {
    private final Upcast upcast;

    StoredUpcaster(Upcast upcast) {
        this.upcast = upcast;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().getName().equals(upcast.from());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcastPayload(
                new SimpleSerializedType(upcast.to(), null),
                JsonNode.class,
                tree -> upcast.change().apply((ObjectNode) tree));
    }
}
