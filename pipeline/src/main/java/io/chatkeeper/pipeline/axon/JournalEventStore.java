package io.chatkeeper.pipeline.axon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.lanes.LaneStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Axon's event store over the stream of the turn in hand: reading gives the snapshot, if there is
/// one, and the stored entries behind it, upcast; publishing collects what the lane will append.
/// Nothing is tracked here, events leave over Kafka.
final class JournalEventStore implements EventStore {
    private final Class<?> aggregate;
    private final StoredEvents<?> stored;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    JournalEventStore(
            Class<?> aggregate,
            StoredEvents<?> stored,
            Serializer serializer,
            EventUpcaster upcasters) {
        this.aggregate = aggregate;
        this.stored = stored;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        LaneStream stream = TurnScope.current().stream();
        Stream<DomainEventData<?>> entries =
                stream.history().stream().map(entry -> data(aggregateIdentifier, entry));
        DomainEventStream events =
                EventStreamUtils.upcastAndDeserializeDomainEvents(entries, serializer, upcasters);
        Snapshot snapshot = stream.snapshot();
        return snapshot == null
                ? events
                : DomainEventStream.concat(
                        DomainEventStream.of(message(aggregateIdentifier, snapshot)), events);
    }

    /// Axon knows a snapshot by its payload: the aggregate itself.
    private DomainEventMessage<?> message(String aggregateIdentifier, Snapshot snapshot) {
        return new GenericDomainEventMessage<>(
                stored.parent().getSimpleName(),
                aggregateIdentifier,
                snapshot.version() - 1,
                StateJson.read(snapshot.state(), aggregate));
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
