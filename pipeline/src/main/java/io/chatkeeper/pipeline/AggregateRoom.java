package io.chatkeeper.pipeline;

import io.chatkeeper.contract.PublicEvent;
import java.util.Optional;
import java.util.function.Function;

/// One kind of aggregate that a service hosts.
///
/// @param streamKind what its stream ids start with, such as `chat`
/// @param type the Axon shell
/// @param stored the table of its stored events
/// @param publishing turns a stored event into what the others learn, if they learn anything
public record AggregateRoom<T extends AggregateShell, E>(
        String streamKind,
        Class<T> type,
        StoredEvents<E> stored,
        Function<E, Optional<PublicEvent>> publishing) {
    /// The public form of a stored event.
    public Optional<PublicEvent> publish(Object event) {
        return publishing.apply(stored.parent().cast(event));
    }
}
