package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.lanes.Decisions;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/// One aggregate type, set up the Axon way: repository, handlers, serializer.
final class AxonRoom<T extends AggregateShell> {
    static final String TARGET = "target";

    private final AggregateAnnotationCommandHandler<T> handlers;
    private final WireSerializer serializer;
    private final LaneRepository<T> repository;
    private final Class<T> type;
    private final String shape;

    AxonRoom(AggregateRoom<T, ?> room, List<Object> resources) {
        this.serializer = new WireSerializer(room.stored());
        this.type = room.type();
        this.shape = StateShape.of(room.type(), room.revision());
        ParameterResolverFactory parameters =
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(room.type()),
                        new DecisionParameter(),
                        new SimpleResourceParameterResolverFactory(resources));
        this.repository =
                new LaneRepository<>(
                        EventSourcingRepository.builder(room.type())
                                .eventStore(
                                        new JournalEventStore(
                                                room.type(),
                                                room.stored(),
                                                serializer,
                                                upcasters(room.stored())))
                                .parameterResolverFactory(parameters)
                                .lockFactory(NullLockFactory.INSTANCE));
        this.handlers =
                AggregateAnnotationCommandHandler.<T>builder()
                        .aggregateType(room.type())
                        .repository(repository)
                        .parameterResolverFactory(parameters)
                        .commandTargetResolver(new MetaDataCommandTargetResolver(TARGET))
                        .build();
    }

    void handle(CommandMessage<?> command) throws Exception {
        handlers.handle(command);
    }

    List<Decisions.Written> written(List<EventMessage<?>> events) {
        List<Decisions.Written> written = new ArrayList<>();
        for (EventMessage<?> event : events) {
            var serialized = serializer.serialize(event.getPayload(), String.class);
            written.add(
                    new Decisions.Written(serialized.getType().getName(), serialized.getData()));
        }
        return written;
    }

    String shape() {
        return shape;
    }

    /// Must be called in the stream's unit of work; builds the aggregate if need be.
    ///
    /// @throws IllegalStateException if the state would not be the same after reading it back
    Decisions.State state(TurnScope scope) {
        repository.load(scope.stream().id());
        String json = StateJson.write(root(scope));
        if (!StateJson.write(StateJson.read(json, type)).equals(json)) {
            throw new IllegalStateException("a state that loses something when it is read back");
        }
        return new Decisions.State(shape, json);
    }

    /// The events of a command together with what the aggregate says after them.
    Decisions.Decided decided(TurnScope scope, List<Decisions.Written> written) {
        AggregateShell shell = root(scope);
        return new Decisions.Decided(written, shell.sop(), shell.wakeAt());
    }

    private static AggregateShell root(TurnScope scope) {
        if (!(scope.stream().aggregate() instanceof EventSourcedAggregate<?> aggregate)) {
            throw new IllegalStateException("a stream without its aggregate");
        }
        return (AggregateShell) aggregate.getAggregateRoot();
    }

    private static EventUpcaster upcasters(StoredEvents<?> stored) {
        return new EventUpcasterChain(stored.upcasts().stream().map(StoredUpcaster::new).toList());
    }
}
