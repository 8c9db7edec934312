package io.chatkeeper.pipeline.axon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Entry;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Axon's event store over the stream of the turn in hand: reading gives the stored entries,
/// upcast; publishing collects what the lane will append. Nothing is tracked here, events leave
/// over Kafka.
final class JournalEventStore implements EventStore {
    private final StoredEvents<?> stored;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    JournalEventStore(StoredEvents<?> stored, Serializer serializer, EventUpcaster upcasters) {
        this.stored = stored;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        List<Entry> history = TurnScope.current().stream().history();
        Stream<DomainEventData<?>> entries =
                history.stream().map(entry -> data(aggregateIdentifier, entry));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(entries, serializer, upcasters);
    }

    private DomainEventData<?> data(String aggregateIdentifier, Entry entry) {
        return new GenericDomainEventEntry<>(
                stored.parent().getSimpleName(),
                aggregateIdentifier,
                entry.sequence() - 1,
                entry.eventId(),
                entry.time(),
                entry.type(),
                null,
                entry.payload().getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        TurnScope.current().add(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("snapshots are written by the lane, beside the journal");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
        throw new IllegalStateException("events leave over Kafka, nobody tracks them here");
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> eventProcessor) {
        throw new IllegalStateException("events leave over Kafka, nobody subscribes here");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super EventMessage<?>> dispatchInterceptor) {
        throw new IllegalStateException("what an event says is the decision's affair alone");
    }
}
