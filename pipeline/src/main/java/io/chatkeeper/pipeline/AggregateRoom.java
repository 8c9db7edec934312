package io.chatkeeper.pipeline;

import io.chatkeeper.contract.PublicEvent;
import java.util.Optional;
import java.util.function.Function;

/// One kind of aggregate that a service hosts.
///
/// @param streamKind what its stream ids start with, such as `chat`
/// @param type the Axon shell
/// @param stored the table of its stored events
/// @param revision of the rules of folding: raised when the same events give another state of the
///   same classes, so that no snapshot of the old rules is used
/// @param publishing turns a stored event into what the others learn, if they learn anything
public record AggregateRoom<T extends AggregateShell, E>(
        String streamKind,
        Class<T> type,
        StoredEvents<E> stored,
        int revision,
        Function<E, Optional<PublicEvent>> publishing) {
    /// A room whose rules of folding are the first ones.
    public AggregateRoom(
            String streamKind,
            Class<T> type,
            StoredEvents<E> stored,
            Function<E, Optional<PublicEvent>> publishing) {
        this(streamKind, type, stored, 1, publishing);
    }

    /// The public form of a stored event.
    public Optional<PublicEvent> publish(Object event) {
        return publishing.apply(stored.parent().cast(event));
    }
}
