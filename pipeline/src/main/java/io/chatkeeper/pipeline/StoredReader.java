package io.chatkeeper.pipeline;

import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Reads stored events of every aggregate that a service hosts.
public final class StoredReader {
    private final Map<String, AggregateRoom<?, ?>> rooms;
    private final JsonMapper json;

    public StoredReader(List<AggregateRoom<?, ?>> rooms, JsonMapper json) {
        this.json = json;
        this.rooms =
                rooms.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        AggregateRoom::streamKind, Function.identity()));
    }

    /// What the others learn of a stored entry; empty if it is nobody else's business.
    public Optional<PublicEvent> publicForm(String streamId, Entry entry) {
        AggregateRoom<?, ?> room = rooms.get(StreamId.kind(streamId));
        if (room == null) {
            throw new IllegalStateException("no room for " + StreamId.kind(streamId));
        }
        return room.publish(room.stored().read(json, entry.type(), entry.payload()));
    }
}
