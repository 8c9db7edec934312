package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
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
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/// One aggregate type, set up the Axon way: repository, handlers, serializer.
final class AxonRoom<T extends AggregateShell> {
    static final String TARGET = "target";

    private final AggregateAnnotationCommandHandler<T> handlers;
    private final WireSerializer serializer;

    AxonRoom(AggregateRoom<T, ?> room, List<Object> resources) {
        this.serializer = new WireSerializer(room.stored());
        ParameterResolverFactory parameters =
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(room.type()),
                        new DecisionParameter(),
                        new SimpleResourceParameterResolverFactory(resources));
        var repository =
                new LaneRepository<>(
                        EventSourcingRepository.builder(room.type())
                                .eventStore(
                                        new JournalEventStore(
                                                room.stored(),
                                                serializer,
                                                NoOpEventUpcaster.INSTANCE))
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

    /// The events of a command together with what the aggregate says after them.
    Decisions.Decided decided(TurnScope scope, List<Decisions.Written> written) {
        if (!(scope.stream().aggregate() instanceof EventSourcedAggregate<?> aggregate)) {
            throw new IllegalStateException("a command was handled without its aggregate");
        }
        AggregateShell shell = (AggregateShell) aggregate.getAggregateRoot();
        return new Decisions.Decided(written, shell.sop(), shell.wakeAt());
    }
}
